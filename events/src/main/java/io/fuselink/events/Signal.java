/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import java.util.List;

/**
 * One rare derived fact about a subject: what was seen, against which limit, from which events.
 *
 * @param code stable name, such as {@code S01_STRANGER_BURST}
 * @param value what was measured; {@code limit} what it was held against
 * @param windowStart begin of what was measured, epoch ms; part of derived ids
 * @param at when it became true, epoch ms
 * @param eventIds events it rests on, newest last, at most 20
 * @param members other subjects it names (numbers of a group), at most 200
 * @param initiatorTk who called, where the subject is somebody else
 * @param victimTk who was called, where one person is meant
 * @param linkKeys what the subject shares with others, such as {@code DEVICE:…}; of a lease sold on also what
 *     its crews look like, {@code CREW:…}
 * @param marks hashes two signals are compared by, such as of the recipients of a number; never shown
 */
public record Signal(
        String id,
        String code,
        Family family,
        SubjectType subjectType,
        String subjectTk,
        int epoch,
        double value,
        double limit,
        long windowStart,
        long at,
        int policyVersion,
        String lexiconVersion,
        List<String> eventIds,
        List<String> members,
        String initiatorTk,
        String victimTk,
        String callId,
        String bindingId,
        PurposeClass purpose,
        List<String> linkKeys,
        List<Long> marks)
        implements Ordered {

    public Subject subject() {
        return new Subject(subjectType, subjectTk, epoch);
    }

    /** A signal with the facts every signal has; the rest is added with the {@code with…} methods. */
    public static Signal of(
            String code,
            Family family,
            Subject subject,
            double value,
            double limit,
            long windowStart,
            long at,
            int policyVersion,
            List<String> eventIds) {
        return new Signal(
                Ids.hash("signal", code, subject.key(), windowStart, at),
                code,
                family,
                subject.type(),
                subject.tk(),
                subject.epoch(),
                value,
                limit,
                windowStart,
                at,
                policyVersion,
                null,
                eventIds,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    public Signal withMembers(List<String> members) {
        return new Signal(
                id,
                code,
                family,
                subjectType,
                subjectTk,
                epoch,
                value,
                limit,
                windowStart,
                at,
                policyVersion,
                lexiconVersion,
                eventIds,
                members,
                initiatorTk,
                victimTk,
                callId,
                bindingId,
                purpose,
                linkKeys,
                marks);
    }

    public Signal withCall(String callId, String initiatorTk, String victimTk) {
        return new Signal(
                id,
                code,
                family,
                subjectType,
                subjectTk,
                epoch,
                value,
                limit,
                windowStart,
                at,
                policyVersion,
                lexiconVersion,
                eventIds,
                members,
                initiatorTk,
                victimTk,
                callId,
                bindingId,
                purpose,
                linkKeys,
                marks);
    }

    public Signal withBinding(String bindingId) {
        return new Signal(
                id,
                code,
                family,
                subjectType,
                subjectTk,
                epoch,
                value,
                limit,
                windowStart,
                at,
                policyVersion,
                lexiconVersion,
                eventIds,
                members,
                initiatorTk,
                victimTk,
                callId,
                bindingId,
                purpose,
                linkKeys,
                marks);
    }

    public Signal withContext(PurposeClass purpose, List<String> linkKeys) {
        return new Signal(
                id,
                code,
                family,
                subjectType,
                subjectTk,
                epoch,
                value,
                limit,
                windowStart,
                at,
                policyVersion,
                lexiconVersion,
                eventIds,
                members,
                initiatorTk,
                victimTk,
                callId,
                bindingId,
                purpose,
                linkKeys,
                marks);
    }

    public Signal withLexicon(String lexiconVersion) {
        return new Signal(
                id,
                code,
                family,
                subjectType,
                subjectTk,
                epoch,
                value,
                limit,
                windowStart,
                at,
                policyVersion,
                lexiconVersion,
                eventIds,
                members,
                initiatorTk,
                victimTk,
                callId,
                bindingId,
                purpose,
                linkKeys,
                marks);
    }

    public Signal withMarks(List<Long> marks) {
        return new Signal(
                id,
                code,
                family,
                subjectType,
                subjectTk,
                epoch,
                value,
                limit,
                windowStart,
                at,
                policyVersion,
                lexiconVersion,
                eventIds,
                members,
                initiatorTk,
                victimTk,
                callId,
                bindingId,
                purpose,
                linkKeys,
                marks);
    }

    /** This fact told about another subject it concerns; same evidence, own id. */
    public Signal about(Subject other) {
        return new Signal(
                Ids.hash("signal", code, other.key(), windowStart, at, id),
                code,
                family,
                other.type(),
                other.tk(),
                other.epoch(),
                value,
                limit,
                windowStart,
                at,
                policyVersion,
                lexiconVersion,
                eventIds,
                members,
                initiatorTk,
                victimTk,
                callId,
                bindingId,
                purpose,
                linkKeys,
                marks);
    }

    @Override
    public long orderTime() {
        return at;
    }

    @Override
    public String orderId() {
        return id;
    }
}
