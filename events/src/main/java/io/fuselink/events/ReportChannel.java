/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Where a user reported. */
public enum ReportChannel {
    C12321,
    C96110,
    C12381_REPLY,
    HANDSET_MARK,
    PLATFORM
}
