/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Size of a movement of money; amounts themselves never travel. */
public enum AmountBucket {
    UNDER_1K,
    FROM_1K_TO_10K,
    FROM_10K_TO_50K,
    FROM_50K
}
