/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Judges a model by rows whose truth is known, whichever model gave the scores: figures with intervals, one
 * HTML page without anything from the network, and the comparison that decides whether a challenger may
 * replace a champion.
 */
package io.fuselink.models.evaluation;
