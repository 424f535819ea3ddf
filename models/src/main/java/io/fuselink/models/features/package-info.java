/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the models see of a number: one definition, used by the export of training rows and by serving.
 * A new feature is one line in {@link io.fuselink.models.features.NumberFeatures} and a version more.
 */
package io.fuselink.models.features;
