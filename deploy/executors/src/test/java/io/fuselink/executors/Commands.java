/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import io.fuselink.events.Action;
import io.fuselink.events.ActionType;
import io.fuselink.events.Command;
import io.fuselink.events.PartyType;
import io.fuselink.events.TargetType;
import java.util.List;

/** Commands as the breaker sends them, told in a test's own words. */
final class Commands {
    static final String PARTY = "carrier-north";
    static final String NUMBER_TK = "01aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    static final long NINE = 1_767_229_200_000L;
    static final long MINUTE = 60_000;

    private Commands() {}

    static Action block(String leg, int version, long expiresAt) {
        return command(
                leg,
                version,
                Command.APPLY,
                ActionType.BLOCK,
                TargetType.NUMBER,
                NUMBER_TK,
                expiresAt);
    }

    static Action lift(String leg, int version) {
        return command(
                leg, version, Command.LIFT, ActionType.BLOCK, TargetType.NUMBER, NUMBER_TK, 0);
    }

    static Action command(
            String leg,
            int version,
            Command command,
            ActionType action,
            TargetType targetType,
            String targetTk,
            long expiresAt) {
        return new Action(
                leg,
                "bundle-of-" + leg,
                version,
                command,
                action,
                PARTY,
                PartyType.CARRIER,
                targetType,
                targetTk,
                3,
                "relay-on-one-victim",
                "反电信网络诈骗法 第十一条",
                NINE,
                expiresAt,
                NINE + 24 * 60 * MINUTE);
    }

    static Action probe(String leg, int version, long until, long expiresAt) {
        var a = block(leg, version, expiresAt);
        return new Action(
                a.legId(),
                a.bundleId(),
                version,
                Command.PROBE,
                a.action(),
                a.party(),
                a.partyType(),
                a.targetType(),
                a.targetTk(),
                a.level(),
                a.reasonCode(),
                a.legalBasis(),
                a.issuedAt(),
                expiresAt,
                a.verifyDeadline(),
                1,
                1,
                until,
                List.of(),
                null);
    }
}
