/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What a registered purpose covers. */
public enum PurposeScope {
    NUMBER,
    X_POOL,
    ENT,
    CELL
}
