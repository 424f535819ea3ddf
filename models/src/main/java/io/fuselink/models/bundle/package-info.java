/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A trained model as one file that can be copied, published and rolled back. Reading it needs no DL4J:
 * the network inside is for those who train and judge, the exported weights are for those who serve.
 */
package io.fuselink.models.bundle;
