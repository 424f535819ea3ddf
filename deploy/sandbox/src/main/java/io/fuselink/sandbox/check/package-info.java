/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Whether the records of a supplier make sense together: each record is judged by the contract's own
 * codec, and what only several records show, by the books kept here. Memory is bounded: every book holds
 * its youngest subjects and judges the eldest when it is full.
 */
package io.fuselink.sandbox.check;
