/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/**
 * One holder's time with a number that changes hands during the play.
 *
 * @param epoch which holder this is, from 1
 * @param from first moment, epoch ms; the start of the play for whoever held it before
 * @param until epoch ms, exclusive; {@link Long#MAX_VALUE} for whoever keeps it
 */
public record Tenure(String tk, int epoch, Persona persona, long from, long until) {}
