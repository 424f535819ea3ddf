/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.City;
import io.fuselink.city.WireRecord;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.CallEvent;
import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.Finding;
import io.fuselink.events.Leg;
import io.fuselink.events.Output;
import io.fuselink.events.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One scripted 安全账户 case told from its first call on, in Beijing time, with the documents to look at. */
final class CaseStory {
    /** The detector that hears threat and steering in one call. */
    private static final String SCRIPT = "isolate-and-steer";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Bundle bundle;
    private final OutputRecords outputs;

    private CaseStory(Bundle bundle, OutputRecords outputs) {
        this.bundle = bundle;
        this.outputs = outputs;
    }

    /** The first bundle against a caller whose words followed the script; empty when the city played none. */
    static Optional<CaseStory> in(OutputRecords outputs) {
        return outputs.of(Output.BUNDLES, Bundle.class).stream()
                .filter(b -> b.caseId() == null && b.detectors().contains(SCRIPT))
                .findFirst()
                .map(b -> new CaseStory(b, outputs));
    }

    String bundleId() {
        return bundle.bundleId();
    }

    /** When the bundle was last heard of, epoch ms. */
    long lastHeard() {
        return legs().stream().mapToLong(Leg::at).max().orElse(bundle.at());
    }

    /** From the first call to where the legs stand now. */
    List<String> lines(City city, String elastic) {
        var lines = new ArrayList<String>();
        lines.add(
                "One 安全账户 case, from the first call on (number "
                        + brief(bundle.subjectTk())
                        + ", Beijing time):");
        firstCall(city)
                .ifPresent(
                        call ->
                                lines.add(
                                        at(call.ts())
                                                + "first call, to "
                                                + brief(call.call().toTk())));
        findings()
                .forEach(
                        f ->
                                lines.add(
                                        at(f.at())
                                                + "finding "
                                                + f.detector()
                                                + ": "
                                                + evidence(f)));
        assessments()
                .forEach(
                        a ->
                                lines.add(
                                        at(a.at())
                                                + "assessed at level "
                                                + a.level()
                                                + ", evidence families "
                                                + a.families()));
        lines.add(at(bundle.openedAt()) + "bundle " + bundle.bundleId() + " opened");
        legs().forEach(l -> lines.add(at(l.at()) + leg(l)));
        lines.add("Look at:");
        lines.add(
                "  "
                        + elastic
                        + "/fuselink-alerts-*/_search?pretty&q=subject_tk:"
                        + bundle.subjectTk());
        lines.add("  " + elastic + "/fuselink-bundles/_doc/" + bundle.bundleId() + "?pretty");
        lines.add(
                "  " + elastic + "/fuselink-legs/_search?pretty&q=bundle_id:" + bundle.bundleId());
        lines.add(
                "  "
                        + elastic
                        + "/fuselink-breaker-events-*/_search?pretty&size=100&sort=at&q=bundle_id:"
                        + bundle.bundleId());
        return lines;
    }

    /** What changed since. */
    static List<String> since(OutputRecords outputs, String bundleId, long time) {
        return legsOf(outputs, bundleId).stream()
                .filter(l -> l.at() > time)
                .map(l -> at(l.at()) + leg(l))
                .toList();
    }

    private Optional<Event> firstCall(City city) {
        for (WireRecord record : city) {
            if (!record.isGarbage()
                    && record.feed() == Feed.CALLS
                    && opens(record.event().call())) {
                return Optional.of(record.event());
            }
        }
        return Optional.empty();
    }

    private boolean opens(CallEvent call) {
        return call.attempt() && call.fromTk().equals(bundle.subjectTk());
    }

    private List<Finding> findings() {
        return outputs.of(Output.FINDINGS, Finding.class).stream()
                .filter(f -> f.subject().address().equals(subjectAddress()))
                .sorted(Comparator.comparingLong(Finding::at))
                .toList();
    }

    private List<Assessment> assessments() {
        return outputs.of(Output.ASSESSMENTS, Assessment.class).stream()
                .filter(a -> a.subject().address().equals(subjectAddress()))
                .toList();
    }

    private String subjectAddress() {
        return new Subject(bundle.subjectType(), bundle.subjectTk(), bundle.epoch()).address();
    }

    private List<Leg> legs() {
        return legsOf(outputs, bundle.bundleId());
    }

    private static List<Leg> legsOf(OutputRecords outputs, String bundleId) {
        return outputs.of(Output.LEGS, Leg.class).stream()
                .filter(l -> l.bundleId().equals(bundleId))
                .sorted(
                        Comparator.comparingLong(Leg::at)
                                .thenComparing(Leg::legId)
                                .thenComparing(Leg::version))
                .distinct()
                .toList();
    }

    private static String evidence(Finding finding) {
        return String.join(
                ", ",
                finding.evidence().stream()
                        .map(e -> "%s %.1f against %.1f".formatted(e.code(), e.value(), e.limit()))
                        .distinct()
                        .toList());
    }

    private static String leg(Leg leg) {
        return "%-14s %-15s %s%s%s"
                .formatted(
                        leg.action(),
                        leg.party(),
                        leg.state(),
                        leg.timedOut() ? " (late)" : "",
                        leg.note() == null ? "" : ", " + leg.changedBy() + ": " + leg.note());
    }

    private static String at(long time) {
        return "  " + TIME.format(Instant.ofEpochMilli(time)) + "  ";
    }

    private static String brief(String tk) {
        return tk.substring(0, 8) + "…";
    }
}
