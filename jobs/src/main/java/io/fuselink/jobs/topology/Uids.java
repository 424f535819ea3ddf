/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

import io.fuselink.events.Feed;
import java.util.Set;

/**
 * Operator uids: append only, never renamed, never reused; savepoints find state by them. State that takes
 * another shape takes a new uid and begins empty; a savepoint with the state of a retired one is restored with
 * {@code --allowNonRestoredState}.
 */
public final class Uids {
    /** Several feeds of one source; retired: {@code route-rejects}, all feeds together. */
    private static final String ROUTE_FEEDS = "route-feeds";

    public static final String MATCH_TEXT = "match-text";
    public static final String ATTRIBUTE_CALLS = "attribute-calls";
    public static final String PROFILE_NUMBERS = "profile-numbers";
    public static final String PROFILE_GROUPS = "profile-groups";
    public static final String READ_SCRIPTS = "read-scripts";
    public static final String NOTE_FACTS = "note-facts";
    public static final String CONCLUDE = "conclude";
    public static final String SCORE_NUMBERS = "score-numbers";
    public static final String ASSESS_SUBJECTS = "assess-subjects";
    public static final String SPEND_BUDGETS = "spend-budgets";
    public static final String NAME_OWNERS = "name-owners";
    public static final String LINK_SUBJECTS = "link-subjects";
    public static final String RUN_BREAKERS = "run-breakers";
    public static final String WATCH_FEEDS = "watch-feeds";

    /** Retired: {@code profile-leases}, one value with all that is now kept in pieces. */
    public static final String PROFILE_LEASES = "profile-leases-v2";

    public static final String KNOW_PEOPLE = "know-people";
    public static final String CHECK_QUALIFICATION = "check-qualification";
    public static final String WATCH_ACCOUNTS = "watch-accounts";
    public static final String REMEMBER_LINKS = "remember-links";
    public static final String CAP_LINKS = "cap-links";
    public static final String FIND_COHORTS = "find-cohorts";
    public static final String NOTE_FUNDS = "note-funds";
    public static final String TRACE_RETURNS = "trace-returns";
    public static final String DESCRIBE_NUMBERS = "describe-numbers";
    public static final String JOIN_LEASES = "join-leases";
    public static final String SPLIT_LEASES = "split-leases";
    public static final String SCORE_TEXTS = "score-texts";
    public static final String LINK_SECOND_HOP = "link-second-hop";
    public static final String MATCH_VOICES = "match-voices";

    private Uids() {}

    /** The sorting behind the source of these feeds. */
    public static String route(Set<Feed> feeds) {
        return feeds.size() == 1 ? "route-" + feeds.iterator().next().wireName() : ROUTE_FEEDS;
    }

    /** Patterns carry their version, since a changed shape cannot take over the state of the old one. */
    public static String pattern(String id, int version) {
        return "match-" + id + "-v" + version;
    }
}
