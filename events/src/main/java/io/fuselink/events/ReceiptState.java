/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What became of a report, told to who reported. */
public enum ReceiptState {
    /** The call was found; the reporter is asked once whether it is the one. */
    CONFIRM,
    /** No such call was found: the report is kept and weighs nothing. */
    NOT_FOUND,
    /** The same reporter told of the same call before, here or elsewhere: one report. */
    MERGED
}
