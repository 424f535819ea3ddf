/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The room of the process a party runs: it reads {@code fuselink.actions.v1}, acts through a small SPI
 * (dry-run by default), acknowledges, and owns expiry by the wall clock, so that limits lift even while the
 * detection is down. In the sandbox the city's counterparties stand in for it.
 */
package io.fuselink.executors;
