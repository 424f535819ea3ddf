/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;

/**
 * The middle numbers one lessee holds from the platform.
 *
 * @param index which lease of the platform this is
 * @param numbers grows while the town settles
 */
record Lease(
        int index, String poolKey, String lessee, PurposeClass purpose, MiddleNumbers numbers) {}
