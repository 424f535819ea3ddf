/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

/**
 * What two numbers may share, how much suspicion it carries from one to the other, and for how long it
 * is remembered (domain.md §6.5). Only suspicion of {@link LinkSubjects#KEPT_FROM} and more is kept, so
 * that the weak kinds never link anybody by themselves: alone they are logged as looked at and skipped.
 */
public enum LinkKind {
    DEVICE(0.7, 3, 100),
    /** One identity document; at most 5 numbers of it. */
    DOCUMENT(0.6, 180, 5),
    ACCOUNT(0.5, 90, 20),
    /** Calls forwarded to the same number. */
    FORWARD(0.5, 3, 20),
    /** Agents of one enterprise. */
    ROSTER(0.3, 90, 100),
    /** Sold by one dealer within one hour. */
    DEALER(0.3, 30, 100),
    /** Unusual calling from one cell within one hour. */
    CELL_HOUR(0.2, 1, 100),
    /** The same person reached; nobody whom more than 200 call. */
    CALLEE(0.1, 1, 200);

    private static final long DAY_MS = 24 * 3_600_000L;
    private static final LinkKind[] KINDS = values();

    private final double weight;
    private final int days;
    private final int most;

    LinkKind(double weight, int days, int most) {
        this.weight = weight;
        this.days = days;
        this.most = most;
    }

    double weight() {
        return weight;
    }

    /** Whether it links by itself. Only such kinds may carry suspicion on to a second number. */
    public boolean strong() {
        return weight >= LinkSubjects.KEPT_FROM;
    }

    /** How long a number is remembered behind such a key, in ms. */
    long windowMs() {
        return days * DAY_MS;
    }

    /** Numbers of one key that may be linked; of a callee, callers beyond which it links nobody. */
    int most() {
        return most;
    }

    /** What is shared, behind which numbers are looked for. */
    public String key(String shared) {
        return name() + ":" + shared;
    }

    /** What is shared by those behind a key of this kind. */
    public String shared(String linkKey) {
        return linkKey.substring(name().length() + 1);
    }

    public static LinkKind of(String linkKey) {
        var end = linkKey.indexOf(':');
        for (var kind : KINDS) {
            if (kind.name().length() == end && linkKey.startsWith(kind.name())) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of link: " + linkKey);
    }
}
