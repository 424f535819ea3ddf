/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What a user says the call was. */
public enum ReportCategory {
    FRAUD,
    MARKETING,
    HARASSMENT,
    OTHER
}
