/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

/**
 * One line of a file.
 *
 * @param number counted from 1
 * @param damage why it cannot be used whatever it says, null when nothing is wrong
 */
record Line(long number, byte[] bytes, String damage) {}
