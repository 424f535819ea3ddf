/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.Binding;
import io.fuselink.events.BindingOp;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.LedgerEntry;
import io.fuselink.events.LedgerScope;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Output;
import io.fuselink.events.UserReport;
import io.fuselink.patterns.SignalCode;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Counts every indicator of a period from what was told, in a few passes over it. What is told twice counts
 * once. What people found out later is taken as it is known when this runs: a day counted again may change.
 */
public final class IndicatorCount {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<LedgerScope, String> NOBODY = Map.of();
    private static final String RESALE = SignalCode.RESALE_SPLIT.name();

    private final Told told;
    private final Period period;
    private final Prices prices;
    private final Ledger ledger;
    private final OwnerBook owners = new OwnerBook();
    private final Map<String, Map<LedgerScope, String>> leases = new HashMap<>();
    private final Map<String, DecisionFile> decisions = new HashMap<>();
    private final Set<String> heard = new HashSet<>();

    private IndicatorCount(Told told, Period period, Prices prices) {
        this.told = told;
        this.period = period;
        this.prices = prices;
        this.ledger = new Ledger(period);
    }

    /** The figures of a period, by indicator, scope and party. */
    public static List<LedgerEntry> of(Told told, Period period, Prices prices) throws IOException {
        var count = new IndicatorCount(told, period, prices);
        count.bindings();
        count.reports();
        count.gather();
        count.decided();
        count.attackers();
        count.asked();
        count.proofs();
        count.resale();
        return count.ledger.entries();
    }

    // ---- what the feeds say

    private void bindings() throws IOException {
        told.feed(Feed.OWNERS, event -> owners.note(event.owner()));
        var seenNumbers = new HashSet<String>();
        told.feed(
                Feed.BINDINGS,
                event -> {
                    var binding = event.binding();
                    if (binding.op() == BindingOp.BIND
                            && period.holds(event.header().eventTime())
                            && isNew(event)) {
                        bound(binding, event, seenNumbers.add(binding.xTk()));
                    }
                });
        heard.clear();
    }

    private void bound(Binding binding, Event event, boolean firstOfItsNumber) {
        var at = event.header().eventTime();
        var parties = owners.of(binding, event.header().provider(), at);
        leases.putIfAbsent(binding.poolKey(), parties);
        var on700 = binding.xClass() == NumberClass.NUMBER_PROTECTION ? 1 : 0;
        ledger.add(Indicator.CONFIRMED_FRAUD, parties, cell -> cell.base(1));
        ledger.add(Indicator.COMPLAINTS, parties, cell -> cell.base(1));
        ledger.add(
                Indicator.ON_700,
                parties,
                cell -> {
                    cell.base(1);
                    cell.count(on700);
                });
        ledger.add(
                Indicator.PEOPLE_SERVED,
                parties,
                cell -> {
                    cell.base(1);
                    cell.person(binding.aTk());
                    if (binding.bTk() != null) {
                        cell.person(binding.bTk());
                    }
                });
        if (firstOfItsNumber) {
            ledger.add(
                    Indicator.LEFT_ON_OTHER_NUMBERS,
                    parties,
                    cell -> {
                        cell.base(1);
                        cell.count(1 - on700);
                    });
        }
    }

    private void reports() throws IOException {
        told.feed(
                Feed.REPORTS,
                event -> {
                    if (period.holds(event.header().eventTime()) && isNew(event)) {
                        ledger.add(Indicator.COMPLAINTS, NOBODY, cell -> cell.count(1));
                        ledger.add(
                                Indicator.REPORT_FRICTION,
                                NOBODY,
                                cell -> {
                                    cell.base(1);
                                    cell.count(particulars(event.report()));
                                });
                    }
                });
        heard.clear();
    }

    /** What a reporter gave beyond himself, the number and the time. */
    private static long particulars(UserReport report) {
        return Stream.of(
                                report.durationS(),
                                report.brandClaimed(),
                                report.descriptionHash(),
                                report.lossAmountFen())
                        .filter(Objects::nonNull)
                        .count()
                + (report.attachments() ? 1 : 0);
    }

    private boolean isNew(Event event) {
        return heard.add(event.header().provider() + "/" + event.header().eventId());
    }

    // ---- what was decided

    private void gather() throws IOException {
        each(Output.BUNDLES, b -> file(b.path("bundle_id").asText()).bundle(b));
        decisions.values().removeIf(f -> !f.known() || !period.holds(f.openedAt()));
        each(Output.LEGS, leg -> known(leg.path("bundle_id").asText(), f -> f.leg(leg)));
        var byFinding = new HashMap<String, List<DecisionFile>>();
        for (var file : decisions.values()) {
            for (var id : file.findingIds) {
                byFinding.computeIfAbsent(id, i -> new ArrayList<>()).add(file);
            }
        }
        each(
                Output.FINDINGS,
                finding ->
                        byFinding
                                .getOrDefault(finding.path("id").asText(), List.of())
                                .forEach(file -> file.finding(finding)));
        told.feed(
                Feed.DECISIONS,
                e -> known(e.decision().bundleId(), file -> file.decision(e.decision())));
        told.feed(Feed.APPEALS, e -> known(e.appeal().bundleId(), DecisionFile::appealed));
    }

    private DecisionFile file(String bundleId) {
        return decisions.computeIfAbsent(bundleId, id -> new DecisionFile());
    }

    private void known(String bundleId, Consumer<DecisionFile> use) {
        var file = decisions.get(bundleId);
        if (file != null) {
            use.accept(file);
        }
    }

    private void decided() {
        decisions.values().forEach(this::decided);
    }

    private void decided(DecisionFile file) {
        var parties = file.parties();
        if (file.isFraud()) {
            ledger.add(Indicator.CONFIRMED_FRAUD, parties, cell -> cell.count(1));
            for (var moment :
                    List.of(
                            Indicator.CAUGHT_BEFORE,
                            Indicator.CAUGHT_DURING,
                            Indicator.CAUGHT_AFTER)) {
                ledger.add(moment, NOBODY, cell -> cell.base(1));
            }
            ledger.add(file.caught(), NOBODY, cell -> cell.count(1));
        }
        ledger.add(Indicator.EXPOSURE, parties, cell -> cell.base(1));
        if (file.firstLimitAt() > 0) {
            limited(file, parties);
        }
    }

    private void limited(DecisionFile file, Map<LedgerScope, String> parties) {
        if (file.firstSeenAt() > 0) {
            var exposedMs = Math.max(0, file.firstLimitAt() - file.firstSeenAt());
            ledger.add(Indicator.EXPOSURE, parties, cell -> cell.time(exposedMs));
        }
        ledger.add(
                Indicator.WRONG_BLOCKS,
                parties,
                cell -> {
                    cell.base(1);
                    cell.count(file.isWrong() ? 1 : 0);
                });
        ledger.add(
                Indicator.APPEALS,
                parties,
                cell -> {
                    cell.base(1);
                    cell.count(file.isAppealed() ? 1 : 0);
                });
        if (file.isReleased()) {
            ledger.add(Indicator.TIME_TO_RESTORE, NOBODY, cell -> cell.base(1));
            var restoredMs = file.restoredAfterMs();
            if (restoredMs >= 0) {
                ledger.add(Indicator.TIME_TO_RESTORE, NOBODY, cell -> cell.time(restoredMs));
            }
        }
    }

    /** Whether the breaker hurts: what reaching somebody costs, and how long a number is of use (row 51). */
    private void attackers() throws IOException {
        var uses = new HashMap<String, NumberUse>();
        for (var file : decisions.values()) {
            if (file.isFraud() && file.numberTk() != null) {
                uses.computeIfAbsent(file.numberTk(), tk -> new NumberUse())
                        .limited(file.firstLimitAt());
            }
        }
        if (!uses.isEmpty()) {
            calls(uses);
        }
        var reached = new HashSet<String>();
        for (var use : uses.values()) {
            reached.addAll(use.reached());
            ledger.add(
                    Indicator.COST_PER_REACHED,
                    NOBODY,
                    cell -> cell.count(prices.fen(use.talkMs())));
            ledger.add(Indicator.USEFUL_LIFE, NOBODY, cell -> cell.base(1));
            if (use.usefulMs() >= 0) {
                ledger.add(Indicator.USEFUL_LIFE, NOBODY, cell -> cell.time(use.usefulMs()));
            }
        }
        ledger.add(Indicator.COST_PER_REACHED, NOBODY, cell -> cell.base(reached.size()));
    }

    private void calls(Map<String, NumberUse> uses) throws IOException {
        told.feed(
                Feed.CALLS,
                event -> {
                    var use = uses.get(event.call().fromTk());
                    var at = event.header().eventTime();
                    if (use != null && period.holds(at) && isNew(event)) {
                        use.called(event.call(), at);
                    }
                });
        heard.clear();
    }

    // ---- what the parties did

    private void asked() {
        var blocked = new HashSet<String>();
        for (var file : decisions.values()) {
            for (var leg : file.legs.values()) {
                if (leg.path("issued_at").asLong() > 0) {
                    asked(leg, file);
                }
                if (DecisionFile.blocks(leg)) {
                    blocked(leg, blocked);
                }
            }
        }
    }

    private void asked(JsonNode leg, DecisionFile file) {
        var parties = new HashMap<>(file.parties());
        parties.put(LedgerScope.PARTY, leg.path("party").asText());
        var issuedAt = leg.path("issued_at").asLong();
        var effectiveAt = leg.path("effective_at").asLong();
        ledger.add(
                Indicator.TIME_TO_ACT,
                parties,
                cell -> {
                    cell.base(1);
                    if (effectiveAt > 0) {
                        cell.time(Math.max(0, effectiveAt - issuedAt));
                    }
                });
        ledger.add(
                Indicator.LATE_ANSWERS,
                parties,
                cell -> {
                    cell.base(1);
                    cell.count(leg.path("timed_out").asBoolean() ? 1 : 0);
                });
    }

    /** A number blocked by several parties, or several times, is one number. */
    private void blocked(JsonNode leg, Set<String> blocked) {
        var target = leg.path("target_tk").asText() + "/" + leg.path("epoch").asText();
        var party = leg.path("party").asText();
        var byParty = blocked.add(party + "/" + target);
        var atAll = blocked.add(target);
        for (var indicator : List.of(Indicator.LEAKS, Indicator.REISSUED_IN_QUARANTINE)) {
            if (byParty) {
                ledger.addFor(indicator, LedgerScope.PARTY, party, cell -> cell.base(1));
            }
            if (atAll) {
                ledger.addFor(indicator, LedgerScope.ALL, "", cell -> cell.base(1));
            }
        }
    }

    /** What the calls said of blocks that were in effect. */
    private void proofs() throws IOException {
        var seen = new HashSet<String>();
        each(
                Output.PROOFS,
                proof -> {
                    if (period.holds(proof.path("at").asLong())
                            && seen.add(proof.path("id").asText())) {
                        var party =
                                Map.of(LedgerScope.PARTY, proof.path("party").asText("unknown"));
                        switch (proof.path("kind").asText()) {
                            case "LEAK" -> ledger.add(Indicator.LEAKS, party, c -> c.count(1));
                            case "REISSUE" ->
                                    ledger.add(
                                            Indicator.REISSUED_IN_QUARANTINE,
                                            party,
                                            c -> c.count(1));
                            default -> {} // a displacement is nobody's fault
                        }
                    }
                });
    }

    private void resale() throws IOException {
        leases.forEach(
                (lease, parties) ->
                        ledger.add(Indicator.RESALE_SUSPICION, parties, cell -> cell.base(1)));
        var suspected = new HashSet<String>();
        each(
                Output.FINDINGS,
                finding -> {
                    if (period.holds(finding.path("at").asLong()) && speaksOfResale(finding)) {
                        suspected.add(finding.path("subject_tk").asText());
                    }
                });
        suspected.retainAll(leases.keySet());
        suspected.forEach(
                lease ->
                        ledger.add(
                                Indicator.RESALE_SUSPICION,
                                leases.get(lease),
                                cell -> cell.count(1)));
    }

    private static boolean speaksOfResale(JsonNode finding) {
        return finding.path("evidence").findValuesAsText("code").contains(RESALE);
    }

    private void each(Output output, Consumer<JsonNode> use) throws IOException {
        told.output(output, bytes -> use.accept(read(output, bytes)));
    }

    private static JsonNode read(Output output, byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw OperatorError.badInput(
                    "A record of %s is not JSON; count from outputs as the detection wrote them."
                            .formatted(output.wireName()),
                    e);
        }
    }
}
