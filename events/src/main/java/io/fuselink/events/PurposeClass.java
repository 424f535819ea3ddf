/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Registered use of a number, binding or lease. */
public enum PurposeClass {
    RIDE,
    FOOD,
    EXPRESS,
    ECOM,
    RECRUIT,
    HEALTH,
    EDUCATION,
    GOVERNMENT,
    HOTLINE,
    OTHER;

    /** Uses whose people call many strangers all day inside bindings: courier, rider, driver. */
    public boolean errand() {
        return this == RIDE || this == FOOD || this == EXPRESS;
    }
}
