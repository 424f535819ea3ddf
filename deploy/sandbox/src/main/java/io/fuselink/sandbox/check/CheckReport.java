/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.DeadLetterReason;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a check found, for eyes and for machines.
 *
 * @param judgedEarly calls, bindings and transcripts judged before the end, because too many were open
 */
public record CheckReport(List<Tally> tallies, Map<Fault, Faults.Found> faults, long judgedEarly) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public boolean clean() {
        return faults.isEmpty() && tallies.stream().allMatch(tally -> tally.refusals().isEmpty());
    }

    public void print(PrintWriter out) {
        tallies.forEach(tally -> print(tally, out));
        if (!faults.isEmpty()) {
            out.println("Between the records:");
            faults.forEach((fault, found) -> print(fault, found, out));
        }
        if (judgedEarly > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %,12d calls, bindings and transcripts were judged before the end, because more were open than fit.%n",
                    judgedEarly);
        }
        out.println(clean() ? "No violations." : "Violations were found.");
    }

    private static void print(Tally tally, PrintWriter out) {
        out.printf(Locale.ROOT, "%s as %s:%n", tally.source(), tally.feed().wireName());
        out.printf(Locale.ROOT, "  %,12d records%n", tally.records());
        out.printf(Locale.ROOT, "  %,12d understood%n", tally.understoodRecords());
        if (tally.repeatedRecords() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %,12d of them repeat an event_id of their provider, which collapse to one event%n",
                    tally.repeatedRecords());
        }
        tally.refusals().forEach((reason, count) -> print(tally, reason, count, out));
    }

    private static void print(Tally tally, DeadLetterReason reason, long count, PrintWriter out) {
        head(reason.name(), reason.meaning(), count, out);
        tally.examples(reason).forEach(letter -> place(letter.position(), letter.detail(), out));
    }

    private static void print(Fault fault, Faults.Found found, PrintWriter out) {
        head(fault.name(), fault.meaning(), found.count(), out);
        found.places().forEach(place -> place(place.position(), place.detail(), out));
    }

    private static void head(String name, String meaning, long count, PrintWriter out) {
        out.printf(Locale.ROOT, "  %,12d %s – %s%n", count, name, meaning);
    }

    private static void place(String position, String detail, PrintWriter out) {
        out.printf(Locale.ROOT, "  %12s   %s: %s%n", "", position, detail);
    }

    /** The same as one JSON object. */
    public String json() {
        var report = JSON.createObjectNode().put("clean", clean());
        var sources = report.putArray("sources");
        for (var tally : tallies) {
            var source =
                    sources.addObject()
                            .put("source", tally.source())
                            .put("feed", tally.feed().wireName())
                            .put("records", tally.records())
                            .put("understood", tally.understoodRecords())
                            .put("repeated", tally.repeatedRecords());
            var refused = source.putObject("refused");
            tally.refusals()
                    .forEach(
                            (reason, count) -> {
                                var one = refused.putObject(reason.name());
                                one.put("count", count).put("meaning", reason.meaning());
                                tally.examples(reason)
                                        .forEach(
                                                letter ->
                                                        place(
                                                                one,
                                                                letter.position(),
                                                                letter.detail()));
                            });
        }
        var between = report.putObject("faults");
        faults.forEach(
                (fault, found) -> {
                    var one = between.putObject(fault.name());
                    one.put("count", found.count()).put("meaning", fault.meaning());
                    found.places().forEach(place -> place(one, place.position(), place.detail()));
                });
        return report.put("judged_early", judgedEarly).toPrettyString();
    }

    private static void place(ObjectNode fault, String position, String detail) {
        fault.withArray("places").addObject().put("position", position).put("detail", detail);
    }
}
