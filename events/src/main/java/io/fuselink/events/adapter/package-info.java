/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From what parties really write to events of the wire contract: raw numbers are classified and
 * tokenised here, before anything else sees them, and what cannot be taken becomes a dead letter.
 */
package io.fuselink.events.adapter;
