/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** How a bank account and a telephone number belong together. */
public enum AccountRelation {
    RESERVED_PHONE,
    PAYEE,
    PAYER,
    CARD_BIND
}
