/* SPDX-License-Identifier: Apache-2.0 */
/** Files of number rows, whatever wrote them: what training, judging and scoring read. */
package io.fuselink.models.table;
