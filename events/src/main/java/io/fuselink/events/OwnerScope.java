/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What an owner entry covers. */
public enum OwnerScope {
    RANGE,
    X_UNIT,
    POOL
}
