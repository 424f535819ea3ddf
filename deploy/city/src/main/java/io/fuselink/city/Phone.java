/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.NumberClass;

/**
 * A number as the city's gateways see it.
 *
 * @param canonical clear canonical form, such as {@code CN:M:13800138000}; never leaves the city
 * @param display masked form
 * @param unit managed unit of a middle number, null otherwise
 * @param carrier who carries it, by its range
 * @param prov home province, GB/T 2260
 */
record Phone(
        String canonical,
        String tk,
        NumberClass numberClass,
        String display,
        String unit,
        String carrier,
        String prov) {}
