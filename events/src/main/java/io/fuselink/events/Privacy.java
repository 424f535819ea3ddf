/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Privacy class of a field; decides where its value may rest. */
public enum Privacy {
    /** Non-personal. */
    P0,
    /** Pseudonym: a keyed token, never a clear value. */
    P1,
    /** Personal information (order id, province, masked number). */
    P2,
    /** Sensitive personal information (movement track, financial account, identity document). */
    P3,
    /** Content of communication: in memory only, never stored. */
    P4;

    /** Whether a dead letter of a feed with this field must not keep its payload. */
    public boolean personal() {
        return compareTo(P2) >= 0;
    }
}
