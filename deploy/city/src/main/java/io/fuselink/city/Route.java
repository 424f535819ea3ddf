/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Initiator;

/**
 * A way through a middle number.
 *
 * @param subId binding the platform used, null when it found none
 * @param poolKey lease of the middle number
 */
record Route(Phone x, String subId, Initiator initiator, String poolKey) {}
