/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** Whom somebody calls next. */
@FunctionalInterface
interface CallList {
    Line next(Dice dice);
}
