/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

/**
 * One text to learn from or to judge.
 *
 * @param source where it was collected, such as {@code jddc}; empty if the file does not say
 * @param fraud whether it is known to be fraud; null if nobody has said
 * @param type kind of fraud or of business, for people; empty if the file does not say
 */
public record TextRow(String id, String source, Boolean fraud, String type, String text) {}
