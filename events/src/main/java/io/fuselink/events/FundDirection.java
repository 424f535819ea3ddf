/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Which way money moved, seen from the account. */
public enum FundDirection {
    OUT,
    IN
}
