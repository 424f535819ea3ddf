/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Scores rows in the running job, in plain Java: task managers carry no native library. Nothing here may
 * know DL4J; a test holds that.
 */
package io.fuselink.models.scoring;
