/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/**
 * What a tenure itself has said in its calls of the last 24 h, where somebody lawfully listened: what
 * phrases, slots and the text model make of it, and no word. How much of it was heard says who listens
 * and nothing of the speaker, so no model is given {@code calls}.
 *
 * @param calls in which it was heard
 * @param stages most stages of a fraud script in one of them
 * @param points highest score of phrases and slots in one of them
 * @param warnings calls in which it warned of fraud
 * @param textScore highest score of the text model for what it said in one go, 0–1; NaN without a text
 *     model
 */
public record Speech(int calls, int stages, double points, int warnings, double textScore) {

    /** Share of the heard calls in which it warned of fraud, 0–1. */
    public double warningShare() {
        return (double) warnings / calls;
    }
}
