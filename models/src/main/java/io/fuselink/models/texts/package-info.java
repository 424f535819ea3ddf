/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The text model as it serves: from words to n-grams to a score, in plain Java. The words of a text end
 * in {@link io.fuselink.models.texts.TextGrams}; what goes further are hashes. Nothing here may know
 * DL4J; a test holds that.
 */
package io.fuselink.models.texts;
