/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Makes bundles out of exported rows; the only place that knows DL4J. Everything is seeded: the same rows
 * and plan give the same file on one machine.
 */
package io.fuselink.models.training;
