/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Assessment;
import io.fuselink.events.Ids;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Reason;
import io.fuselink.events.Subject;
import io.fuselink.events.SubjectType;
import java.util.List;

/** An assessment of a story: of one subject, as far as a breaker, a budget or a link looks at it. */
public final class AnAssessment {
    private final Subject subject;
    private final int level;
    private final long at;
    private String detector = "relay-on-one-victim";
    private String caseId;
    private String province;
    private NumberClass numberClass;
    private Reason reason;
    private String lease;
    private boolean tagsOnly;

    private AnAssessment(Subject subject, int level, long at) {
        this.subject = subject;
        this.level = level;
        this.at = at;
    }

    /** From level 2 on it belongs to the subject's one episode. */
    public static AnAssessment about(Subject subject, int level, long at) {
        return new AnAssessment(subject, level, at);
    }

    public static Assessment ofLevel(int level, String number, long at) {
        return about(Subject.number(number, 1), level, at).told();
    }

    /** What an authority's push amounts to. */
    public static Assessment ofCase(String caseId, String number, long at) {
        return of(4, number, at, "police-push", caseId);
    }

    public static Assessment of(int level, String number, long at, String detector, String caseId) {
        var assessment = about(Subject.number(number, 1), level, at).by(detector);
        assessment.caseId = caseId;
        return assessment.told();
    }

    public AnAssessment by(String rule) {
        detector = rule;
        return this;
    }

    /** Of a mobile number at home there. */
    public AnAssessment homeIn(String code) {
        province = code;
        numberClass = NumberClass.MOBILE;
        return this;
    }

    /** Of a number that a lease serves. */
    public AnAssessment ofLease(String key) {
        lease = "LEASE:" + key;
        return this;
    }

    /** Beyond a budget that leaves tags and warnings. */
    public AnAssessment overBudget() {
        tagsOnly = true;
        return this;
    }

    public AnAssessment because(Reason why) {
        reason = why;
        return this;
    }

    public Assessment told() {
        return new Assessment(
                Ids.hash("assessment", subject.tk(), level, at),
                subject.type(),
                subject.tk(),
                subject.epoch(),
                level,
                level,
                "BC",
                0.8,
                List.of(detector),
                List.of("finding-of-" + detector),
                reason == null ? List.of() : List.of(reason),
                level >= 2 ? Ids.episode(subject, 0) : null,
                at,
                at,
                null,
                null,
                false,
                true,
                null,
                caseId,
                subject.type() == SubjectType.NUMBER ? subject.tk() : null,
                null,
                List.of(),
                List.of(),
                lease == null ? List.of() : List.of(lease),
                0,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                province,
                numberClass,
                List.of(),
                null,
                tagsOnly);
    }
}
