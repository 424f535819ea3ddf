/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A synthetic city to rehearse on: {@link io.fuselink.city.Town} settles the {@link
 * io.fuselink.city.Cast} beside a {@link io.fuselink.city.Crowd} of friends and families, {@link
 * io.fuselink.city.Play} lets them act, {@link io.fuselink.city.CityPlayer} and {@link
 * io.fuselink.city.CityFiles} deliver what they cause, and {@link io.fuselink.city.Counterparties}
 * answer the breaker.
 *
 * <p>A new persona or evader is one constant of {@link io.fuselink.city.Persona}, one small class
 * with a {@code settle} method, one line of the cast and one story in the tests; {@code docs/city.md}
 * follows from them.
 */
package io.fuselink.city;
