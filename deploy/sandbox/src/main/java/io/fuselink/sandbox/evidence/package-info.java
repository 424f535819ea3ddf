/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Sealed evidence: everything that led to one decision and followed from it, as a chain of hashed
 * records under a signature. Holds ids, values and hashes; no word of a call and no number.
 */
package io.fuselink.sandbox.evidence;
