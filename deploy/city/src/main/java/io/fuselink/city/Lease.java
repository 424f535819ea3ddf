/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;
import java.util.List;

/** The middle numbers one lessee holds from the platform. */
record Lease(String poolKey, String lessee, PurposeClass purpose, List<Phone> numbers) {}
