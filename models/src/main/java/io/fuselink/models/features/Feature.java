/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

/**
 * One column of a model's input.
 *
 * @param unit such as {@code ln(1+calls)}, {@code share}, {@code bits}
 * @param mask true for the column that says 1 when everything else of the block is unknown
 */
public record Feature(String name, String unit, Block block, boolean mask) {}
