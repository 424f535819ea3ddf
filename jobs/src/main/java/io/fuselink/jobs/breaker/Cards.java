/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.Bundle;
import io.fuselink.events.Change;
import io.fuselink.events.Disclosure;
import io.fuselink.events.Ids;
import io.fuselink.events.Leg;
import io.fuselink.events.Reason;
import io.fuselink.events.ReasonCard;
import io.fuselink.events.SubjectType;
import io.fuselink.jobs.breaker.CardWords.Line;
import io.fuselink.jobs.topology.SideOutputs;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The reason card of a bundle, at the four levels of disclosure. All of it is computed from what the
 * decision rests on; a card is written anew when evidence or an order changes the decision.
 */
final class Cards {
    private Cards() {}

    /** Writes the cards of a bundle as it stands now. */
    static void tell(Saga saga) {
        if (saga.bundle().subjectType() == SubjectType.VICTIM) {
            return;
        }
        for (var reader : Disclosure.values()) {
            saga.emit(SideOutputs.CARDS, card(saga, reader));
        }
    }

    private static ReasonCard card(Saga saga, Disclosure reader) {
        var b = saga.bundle();
        var why = why(b, reader);
        var avoided = avoided(b);
        var limited = limited(saga);
        var bring = List.of(CardWords.BRING_ID, CardWords.BRING_CARD, CardWords.BRING_USE);
        var expert = reader.compareTo(Disclosure.ANALYST) >= 0;
        var police = reader == Disclosure.POLICE;
        return new ReasonCard(
                Ids.hash("card", b.bundleId(), reader),
                b.bundleId(),
                b.version() + 1,
                reader,
                b.subjectType(),
                b.subjectTk(),
                b.epoch(),
                b.level(),
                reader == Disclosure.SUBJECT ? null : b.reasonCode(),
                b.legalBasis(),
                lines(why, Line::zh),
                lines(why, Line::en),
                avoided.zh(),
                avoided.en(),
                expert ? b.changes() : List.of(),
                lines(limited, Line::zh),
                lines(limited, Line::en),
                CardWords.CONTEST.zh(),
                CardWords.CONTEST.en(),
                lines(bring, Line::zh),
                lines(bring, Line::en),
                expert ? b.reasons() : List.of(),
                expert ? b.findingIds() : List.of(),
                b.policyVersion(),
                b.lexiconVersion(),
                b.modelVersion(),
                police ? b.caseId() : null,
                police ? saga.file().callees : List.of(),
                police ? saga.file().linkKeys : List.of(),
                saga.file().legs.stream().mapToLong(Leg::expiresAt).max().orElse(0),
                saga.now());
    }

    private static List<Line> why(Bundle b, Disclosure reader) {
        if (b.reasons().isEmpty()) {
            return List.of(grounds(b));
        }
        return reader == Disclosure.SUBJECT
                ? b.reasons().stream().map(CardWords::seen).distinct().toList()
                : onceEach(b.reasons());
    }

    /** A fact that was seen again and again is one line: the time it was furthest beyond its limit, and how often. */
    private static List<Line> onceEach(List<Reason> reasons) {
        return reasons.stream()
                .collect(
                        Collectors.groupingBy(Cards::fact, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(times -> CardWords.measured(furthest(times), times.size()))
                .toList();
    }

    private static String fact(Reason reason) {
        return reason.detector() + " " + reason.version() + " " + reason.code();
    }

    private static Reason furthest(List<Reason> times) {
        return times.stream()
                .max(Comparator.comparingDouble(r -> Math.abs(r.smallestChange())))
                .orElseThrow();
    }

    private static Line grounds(Bundle b) {
        return b.caseId() != null
                ? new Line(
                        "有权机关依法下达指令：" + b.legalBasis(),
                        "Ordered by an authority: " + b.legalBasis())
                : new Line("依据关联线索，待人工复核", "Linked to another number; a person must look at it");
    }

    /** What would have avoided it: the changes together, and the level they lead to. */
    private static Line avoided(Bundle b) {
        var changes = b.changes();
        if (changes.isEmpty()) {
            return new Line(
                    "本决定不取决于可改变的测量值",
                    "This decision does not rest on a value that could have been another");
        }
        var level = changes.get(changes.size() - 1).levelThen();
        return new Line(
                joined(changes, "，且", Line::zh) + "，等级为 " + level + " 而不是 " + b.level(),
                joined(changes, ", and ", Line::en)
                        + ", the level would have been "
                        + level
                        + " and not "
                        + b.level());
    }

    private static String joined(
            List<Change> changes, String between, Function<Line, String> language) {
        return changes.stream()
                .map(CardWords::change)
                .map(language)
                .collect(Collectors.joining(between));
    }

    private static List<Line> limited(Saga saga) {
        return saga.file().legs.stream()
                .filter(l -> !l.state().closed())
                .map(Leg::action)
                .distinct()
                .sorted()
                .map(CardWords::limited)
                .toList();
    }

    private static List<String> lines(List<Line> lines, Function<Line, String> language) {
        return lines.stream().map(language).toList();
    }
}
