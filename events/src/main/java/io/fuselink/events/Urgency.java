/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** How fast a police push must be served. */
public enum Urgency {
    NORMAL,
    URGENT
}
