/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.events.ActionType;
import io.fuselink.events.Decision;
import io.fuselink.events.LedgerScope;
import io.fuselink.events.Verb;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What became of one bundle: its latest state, its legs, what was found and what was decided, whatever order it is read in. */
final class DecisionFile {
    private static final Set<ActionType> LIMITS = EnumSet.of(ActionType.BLOCK, ActionType.THROTTLE);

    /** Words of a human about what it was; the last one stands. */
    private static final Set<Verb> VERDICTS =
            EnumSet.of(
                    Verb.CONFIRM_FRAUD,
                    Verb.CONFIRM_WRONG,
                    Verb.REVERIFY_PASSED,
                    Verb.REVERIFY_FAILED);

    private static final Set<Verb> RELEASES =
            EnumSet.of(Verb.LIFT, Verb.CONFIRM_WRONG, Verb.REVERIFY_PASSED);

    private static final Set<String> AFTER = Set.of("REPORTS", "FUNDS", "AUTHORITY");

    final Set<String> findingIds = new HashSet<>();
    final Map<String, JsonNode> legs = new HashMap<>();
    private JsonNode bundle;
    private JsonNode firstFinding;
    private Decision verdict;
    private Decision release;
    private boolean appealed;

    void bundle(JsonNode version) {
        version.path("finding_ids").forEach(id -> findingIds.add(id.asText()));
        if (bundle == null || version.path("version").asInt() >= bundle.path("version").asInt()) {
            bundle = version;
        }
    }

    void leg(JsonNode version) {
        legs.merge(
                version.path("leg_id").asText(),
                version,
                (a, b) -> b.path("version").asInt() >= a.path("version").asInt() ? b : a);
    }

    void finding(JsonNode finding) {
        if (firstFinding == null
                || finding.path("at").asLong() < firstFinding.path("at").asLong()) {
            firstFinding = finding;
        }
    }

    void decision(Decision decision) {
        if (VERDICTS.contains(decision.verb())
                && (verdict == null || decision.at() >= verdict.at())) {
            verdict = decision;
        }
        if (RELEASES.contains(decision.verb())
                && decision.legId() == null
                && (release == null || decision.at() < release.at())) {
            release = decision;
        }
    }

    void appealed() {
        appealed = true;
    }

    boolean isAppealed() {
        return appealed;
    }

    boolean known() {
        return bundle != null;
    }

    /** The number it is about; null where it is about something else. */
    String numberTk() {
        return bundle.path("subject_type").asText().equals("NUMBER")
                ? bundle.path("subject_tk").asText()
                : null;
    }

    long openedAt() {
        return bundle.path("opened_at").asLong();
    }

    Map<LedgerScope, String> parties() {
        var parties = new EnumMap<LedgerScope, String>(LedgerScope.class);
        parties.put(LedgerScope.CARRIER, bundle.path("carrier").asText(null));
        parties.put(LedgerScope.PLATFORM, bundle.path("platform").asText(null));
        parties.put(LedgerScope.LESSEE, bundle.path("lessee").asText(null));
        return parties;
    }

    /** A human's last word was fraud; without one, an authority's order stands for it. */
    boolean isFraud() {
        return verdict == null
                ? bundle.hasNonNull("case_id")
                : verdict.verb() == Verb.CONFIRM_FRAUD || verdict.verb() == Verb.REVERIFY_FAILED;
    }

    boolean isWrong() {
        return verdict != null
                && (verdict.verb() == Verb.CONFIRM_WRONG || verdict.verb() == Verb.REVERIFY_PASSED);
    }

    /** When the first limit took effect, epoch ms; 0 when none did. */
    long firstLimitAt() {
        return legs.values().stream()
                .filter(DecisionFile::limits)
                .mapToLong(leg -> leg.path("effective_at").asLong())
                .filter(at -> at > 0)
                .min()
                .orElse(0);
    }

    static boolean limits(JsonNode leg) {
        return LIMITS.stream().anyMatch(a -> a.name().equals(leg.path("action").asText()));
    }

    static boolean blocks(JsonNode leg) {
        return ActionType.BLOCK.name().equals(leg.path("action").asText())
                && leg.path("effective_at").asLong() > 0;
    }

    /** Begin of what the first finding saw, epoch ms; 0 without one. */
    long firstSeenAt() {
        return firstFinding == null ? 0 : firstFinding.path("window_start").asLong();
    }

    boolean isReleased() {
        return release != null && firstLimitAt() > 0 && firstLimitAt() <= release.at();
    }

    /** From the decision to release until the last limit in effect was lifted, ms; -1 while one is not. */
    long restoredAfterMs() {
        var last = release.at();
        for (var leg : legs.values()) {
            if (limits(leg) && leg.path("effective_at").asLong() > 0) {
                if (!leg.path("state").asText().equals("LIFTED")) {
                    return -1;
                }
                last = Math.max(last, leg.path("closed_at").asLong());
            }
        }
        return last - release.at();
    }

    /** Before anybody was called, while somebody was on the phone, or after the damage. */
    Indicator caught() {
        if (firstFinding == null || AFTER.contains(firstFinding.path("family").asText())) {
            return Indicator.CAUGHT_AFTER;
        }
        return firstFinding.hasNonNull("call_id") || !firstFinding.path("victims").isEmpty()
                ? Indicator.CAUGHT_DURING
                : Indicator.CAUGHT_BEFORE;
    }
}
