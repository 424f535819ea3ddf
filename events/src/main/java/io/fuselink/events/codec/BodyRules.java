/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static io.fuselink.events.DeadLetterReason.NOT_A_TOKEN;
import static io.fuselink.events.DeadLetterReason.OUT_OF_RANGE;

import io.fuselink.events.Binding;
import io.fuselink.events.Cdr;
import io.fuselink.events.DeviceState;
import io.fuselink.events.Owner;
import io.fuselink.events.OwnerScope;
import io.fuselink.events.PolicePush;
import io.fuselink.events.Purpose;
import io.fuselink.events.PurposeScope;
import io.fuselink.events.Registration;
import io.fuselink.events.TargetType;
import io.fuselink.events.TranscriptSegment;
import io.fuselink.events.UserReport;
import io.fuselink.events.VoiceMatch;
import io.fuselink.events.token.Tokenizer;

/** Rules between the fields of one body: what no single field can promise alone. */
final class BodyRules {
    private BodyRules() {}

    static void check(Record body) {
        if (body instanceof Cdr cdr) {
            notBefore("release_time", cdr.releaseTime(), "call_time", cdr.callTime());
        } else if (body instanceof Binding binding && !binding.endless()) {
            notBefore("expire_time", binding.expireTime(), "bind_time", binding.bindTime());
        } else if (body instanceof TranscriptSegment segment) {
            notBefore("end_ms", segment.endMs(), "begin_ms", segment.beginMs());
        } else if (body instanceof Purpose purpose) {
            notBefore("expires_at", purpose.expiresAt(), "approved_at", purpose.approvedAt());
            if (purpose.subjectType() == PurposeScope.NUMBER) {
                token("scope", purpose.scope());
            }
        } else if (body instanceof PolicePush push) {
            notBefore("expires_at", push.expiresAt(), "issued_at", push.issuedAt());
            if (push.targets().isEmpty()) {
                throw new Refusal(OUT_OF_RANGE, "targets is empty");
            }
            push.targets().forEach(target -> target(target.type(), target.tk()));
        } else if (body instanceof UserReport report
                && report.windowFrom() != null
                && report.windowTo() != null) {
            notBefore("window_to", report.windowTo(), "window_from", report.windowFrom());
        } else if (body instanceof VoiceMatch voice) {
            notBefore("expires_at", voice.expiresAt(), "heard_at", voice.heardAt());
        } else if (body instanceof DeviceState device) {
            notBefore("last_seen", device.lastSeen(), "first_seen", device.firstSeen());
        } else if (body instanceof Registration registration && registration.activatedAt() != 0) {
            notBefore(
                    "activated_at",
                    registration.activatedAt(),
                    "opened_at",
                    registration.openedAt());
        } else if (body instanceof Owner owner) {
            owner(owner);
        }
    }

    private static void owner(Owner owner) {
        if (owner.validTo() != 0) {
            notBefore("valid_to", owner.validTo(), "valid_from", owner.validFrom());
        }
        if (owner.scopeType() == OwnerScope.X_UNIT) {
            Unit.MANAGED_UNIT.check("scope", owner.scope());
        } else if (owner.scopeType() == OwnerScope.RANGE && !owner.scope().matches("\\d{1,15}")) {
            throw new Refusal(OUT_OF_RANGE, "scope of a RANGE is not a prefix of 1–15 digits");
        }
    }

    private static void target(TargetType type, String tk) {
        switch (type) {
            case NUMBER, INITIATOR, DEVICE, ACCOUNT, CALLEE, CALLEES_OF, ACCOUNTS_OF ->
                    token("targets.tk", tk);
            case BINDING, LEASE, TRUNK, CALL_LEG -> {}
        }
    }

    private static void token(String field, String value) {
        if (!Tokenizer.isToken(value)) {
            throw new Refusal(NOT_A_TOKEN, field + " is not 32 lower-case hex digits");
        }
    }

    private static void notBefore(String later, long end, String earlier, long begin) {
        if (end < begin) {
            throw new Refusal(OUT_OF_RANGE, later + " is before " + earlier);
        }
    }
}
