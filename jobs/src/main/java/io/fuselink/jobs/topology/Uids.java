/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

/** Operator uids: append only, never renamed, never reused; savepoints find state by them. */
public final class Uids {
    public static final String ROUTE_REJECTS = "route-rejects";
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

    private Uids() {}

    /** Patterns carry their version, since a changed shape cannot take over the state of the old one. */
    public static String pattern(String id, int version) {
        return "match-" + id + "-v" + version;
    }
}
