/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The responsibility ledger (谁运营谁负责) and the pilot's indicators: figures by carrier, platform, lessee and
 * party, counted from what was told, with the same definitions in every phase.
 */
package io.fuselink.sandbox.indicators;
