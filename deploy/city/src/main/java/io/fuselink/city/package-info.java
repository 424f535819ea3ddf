/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A synthetic city to rehearse on: {@link io.fuselink.city.Town} settles {@link
 * io.fuselink.city.Resident}s, {@link io.fuselink.city.Play} lets them act, {@link
 * io.fuselink.city.CityPlayer} and {@link io.fuselink.city.CityFiles} deliver what they cause, and
 * {@link io.fuselink.city.Counterparties} answer the breaker. A new persona or evader is one more
 * {@link io.fuselink.city.Resident} and one more {@code settle…} in the town.
 */
package io.fuselink.city;
