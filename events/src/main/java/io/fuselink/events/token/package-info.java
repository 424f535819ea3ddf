/* SPDX-License-Identifier: Apache-2.0 */
/** Pseudonyms: what stands for a number, device or cell everywhere behind the adapters. */
package io.fuselink.events.token;
