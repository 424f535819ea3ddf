/* SPDX-License-Identifier: Apache-2.0 */
/**
 * China's numbering plan as data, and the classifier that reads raw number strings by it: the raw
 * string first, its spoof shape before any normalisation, exact lengths.
 */
package io.fuselink.events.numbering;
