/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Who holds a number. */
public enum HolderType {
    PERSON,
    ENTERPRISE
}
