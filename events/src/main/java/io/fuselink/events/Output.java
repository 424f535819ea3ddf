/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** The output topics: what the breaker tells the world. */
public enum Output {
    FINDINGS(Finding.class, "subject_tk"),
    ASSESSMENTS(Assessment.class, "subject_tk"),
    BUNDLES(Bundle.class, "bundle_id"),
    LEGS(Leg.class, "leg_id"),
    ACTIONS(Action.class, "party"),
    PAGES(Page.class, "scope"),
    DEAD_LETTERS(DeadLetter.class, "feed"),
    HEALTH(Health.class, "scope"),
    CARDS(ReasonCard.class, "bundle_id"),
    PROOFS(Proof.class, "subject_tk"),
    RECEIPTS(Receipt.class, "reporter_tk");

    private final Class<? extends Record> body;
    private final String key;

    Output(Class<? extends Record> body, String key) {
        this.body = body;
        this.key = key;
    }

    public Class<? extends Record> body() {
        return body;
    }

    /** Wire name of the field its topic is keyed by. */
    public String key() {
        return key;
    }

    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String topic() {
        return "fuselink." + wireName() + ".v1";
    }
}
