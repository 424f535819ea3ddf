/* SPDX-License-Identifier: Apache-2.0 */
/** The order in which the words of a call work on a person. */
package io.fuselink.patterns.content;
