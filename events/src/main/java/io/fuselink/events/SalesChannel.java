/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Where a number was opened. */
public enum SalesChannel {
    ONLINE,
    SHOP,
    MVNO
}
