/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What happens to a holder's time with a number. */
public enum TenureChange {
    /** The number passes to this holder; a new epoch begins. */
    OPENED,
    /** The same holder, with newer particulars. */
    UPDATED,
    /** The holder gives the number up; it belongs to nobody until it is opened again. */
    CLOSED
}
