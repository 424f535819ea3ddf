/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.Event;
import io.fuselink.events.Header;
import io.fuselink.events.HolderType;
import io.fuselink.events.Instruction;
import io.fuselink.events.PolicePush;
import io.fuselink.events.PolicyVersion;
import io.fuselink.events.Purpose;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.PurposeScope;
import io.fuselink.events.PushTarget;
import io.fuselink.events.Registration;
import io.fuselink.events.ReportCategory;
import io.fuselink.events.ReportChannel;
import io.fuselink.events.RuleState;
import io.fuselink.events.SalesChannel;
import io.fuselink.events.Source;
import io.fuselink.events.TargetType;
import io.fuselink.events.TenureChange;
import io.fuselink.events.UserReport;
import io.fuselink.events.VerifiedLevel;
import java.util.Arrays;
import java.util.Map;

/** What the feeds tell in a story, and its clock. */
public final class Told {
    public static final long SECOND = 1_000;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;
    public static final long DAY = 24 * HOUR;

    /** 2026-11-21, noon in Beijing. */
    public static final long NOON = 1_795_233_600_000L;

    public static final String PROVIDER = "carrier-of-the-story";

    /** Accepted at once, so that every event counts at its own time. */
    private static final long TRANSPORT_MS = 0;

    private Told() {}

    public static Event event(String id, long at, Record body) {
        return event(id, at, body, PROVIDER);
    }

    public static Event event(String id, long at, Record body, String provider) {
        return Event.of(
                new Header(
                        id,
                        Source.CARRIER,
                        provider,
                        at,
                        at + TRANSPORT_MS,
                        Header.SCHEMA_VERSION,
                        null,
                        null),
                body);
    }

    public static Event report(String id, String reporter, String target, long callTime, long at) {
        return report(id, reporter, target, ReportCategory.FRAUD, callTime, at);
    }

    public static Event report(
            String id, String reporter, String target, ReportCategory category, long at) {
        return report(id, reporter, target, category, at, at);
    }

    private static Event report(
            String id,
            String reporter,
            String target,
            ReportCategory category,
            long callTime,
            long at) {
        return event(
                id,
                at,
                new UserReport(
                        ReportChannel.C12321,
                        reporter,
                        target,
                        callTime,
                        null,
                        category,
                        null,
                        null,
                        null,
                        false));
    }

    public static Event push(
            String id, Instruction instruction, String caseId, long at, String... numbers) {
        return event(
                id,
                at,
                new PolicePush(
                        id,
                        "110000",
                        "反诈中心",
                        instruction,
                        Arrays.stream(numbers)
                                .map(n -> new PushTarget(TargetType.NUMBER, n, null))
                                .toList(),
                        caseId,
                        "反电信网络诈骗法 第二十条",
                        at,
                        at + 5 * DAY,
                        "seal",
                        null,
                        null));
    }

    public static Event purpose(
            String id, String number, PurposeClass use, int hourlyLimit, long from, long until) {
        return event(
                id,
                from,
                new Purpose(
                        PurposeScope.NUMBER,
                        number,
                        use,
                        hourlyLimit,
                        "two officers",
                        from,
                        until,
                        "file"));
    }

    /** The number passes to its next holder. */
    public static Event opened(String number, int epoch, long at) {
        return event(
                "opened-" + number + epoch,
                at,
                new Registration(
                        number,
                        TenureChange.OPENED,
                        epoch,
                        "document-" + epoch,
                        HolderType.PERSON,
                        null,
                        at,
                        0,
                        null,
                        SalesChannel.SHOP,
                        null,
                        VerifiedLevel.FACE,
                        null));
    }

    public static PolicyVersion policy(
            int version,
            long validFrom,
            Map<String, Double> limits,
            Map<String, RuleState> states) {
        return new PolicyVersion(
                version,
                validFrom,
                validFrom - PolicyVersion.NOTICE_MS,
                "duty officer",
                limits,
                states);
    }
}
