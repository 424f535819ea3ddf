/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Whether those whom fraud calls reached had been bound by one platform, lessee or lease more often than
 * chance has it (docs/leaks.md).
 */
package io.fuselink.sandbox.leaks;
