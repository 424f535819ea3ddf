/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Appeal;
import io.fuselink.events.Bundle;
import io.fuselink.events.Decision;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.PolicePush;
import io.fuselink.events.PushTarget;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import io.fuselink.events.TargetType;
import io.fuselink.events.Verb;
import io.fuselink.jobs.TrainingRows.Label;
import io.fuselink.jobs.TrainingRows.Labels;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Labels from what people said afterwards: a police push that restricts a number calls the tenure that
 * held it then fraudulent; a decision about a bundle confirms the accusation or withdraws it, after an
 * appeal also by the subject's passing verification. Of several the last said counts.
 */
public final class FeedbackLabels implements Labels {
    private static final String PUSH = "police-push";
    private static final String DECISION = "decision";
    private static final String APPEAL = "appeal";

    private final Map<String, Subject> accused = new HashMap<>();
    private final Set<String> appealed = new HashSet<>();
    private final Map<Subject, Label> said = new HashMap<>();

    /** Per number the epoch from a moment on, as the export has seen it. */
    private final Map<String, TreeMap<Long, Integer>> epochs = new HashMap<>();

    private final TreeMap<Long, Set<String>> pushed = new TreeMap<>();

    /** Which tenure a bundle accuses; needed before decisions about it can be read. */
    public void bundle(Bundle bundle) {
        if (bundle.subjectType() == SubjectType.NUMBER) {
            accuses(bundle.bundleId(), Subject.number(bundle.subjectTk(), bundle.epoch()));
        }
    }

    void accuses(String bundleId, Subject tenure) {
        accused.put(bundleId, tenure);
    }

    public void appeal(Appeal appeal) {
        appealed.add(appeal.bundleId());
    }

    public void push(PolicePush push) {
        if (push.instruction().restricts()) {
            push.targets().stream()
                    .filter(target -> target.type() == TargetType.NUMBER)
                    .map(PushTarget::tk)
                    .forEach(
                            tk ->
                                    pushed.computeIfAbsent(push.issuedAt(), at -> new HashSet<>())
                                            .add(tk));
        }
    }

    public void decision(Decision decision) {
        var subject = accused.get(decision.bundleId());
        var fraud = verdict(decision.verb());
        if (subject != null && fraud != null) {
            say(
                    subject,
                    new Label(
                            fraud,
                            appealed.contains(decision.bundleId()) ? APPEAL : DECISION,
                            Instant.ofEpochMilli(decision.at())));
        }
    }

    /** What a decision says of the truth; approving or lifting a limit says nothing of it. */
    private static Boolean verdict(Verb verb) {
        return switch (verb) {
            case CONFIRM_FRAUD -> true;
            case CONFIRM_WRONG, REVERIFY_PASSED -> false;
            case APPROVE, REJECT, LIFT, REVERIFY_FAILED -> null;
        };
    }

    private void say(Subject subject, Label label) {
        said.merge(
                subject,
                label,
                (before, now) -> now.knownAt().isBefore(before.knownAt()) ? before : now);
    }

    @Override
    public void seen(NumberSnapshot snapshot) {
        var subject = snapshot.subject();
        var known = epochs.computeIfAbsent(subject.tk(), tk -> new TreeMap<>());
        var last = known.floorEntry(snapshot.at());
        if (last == null || last.getValue() != subject.epoch()) {
            known.put(snapshot.at(), subject.epoch());
        }
    }

    @Override
    public Label of(String tk, int epoch, long at) {
        settle();
        return said.get(Subject.number(tk, epoch));
    }

    /** A push names a number; whose it was then is known once all profiles were seen. */
    private void settle() {
        pushed.forEach(
                (at, numbers) ->
                        numbers.forEach(
                                tk -> {
                                    var held = epochs.get(tk);
                                    if (held != null) {
                                        var entry = held.floorEntry(at);
                                        var epoch =
                                                (entry == null ? held.firstEntry() : entry)
                                                        .getValue();
                                        say(
                                                Subject.number(tk, epoch),
                                                new Label(true, PUSH, Instant.ofEpochMilli(at)));
                                    }
                                }));
        pushed.clear();
    }
}
