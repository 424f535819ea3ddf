/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Whom a figure of the ledger is about. */
public enum LedgerScope {
    /** Everybody together. */
    ALL,
    /** One carrier or virtual operator (基础电信企业, 移动转售企业). */
    CARRIER,
    /** One platform (应用平台提供方). */
    PLATFORM,
    /** One lessee (业务使用方). */
    LESSEE,
    /** One party that was asked to act, of whatever kind. */
    PARTY
}
