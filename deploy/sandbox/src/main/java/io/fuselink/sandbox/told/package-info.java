/* SPDX-License-Identifier: Apache-2.0 */
/** What a deployment or a replay has told, read once from beginning to end, for what is made of it afterwards. */
package io.fuselink.sandbox.told;
