/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.CallLeg;
import io.fuselink.events.CallPhase;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Initiator;
import io.fuselink.events.Received;
import java.util.List;

/**
 * Huawei PrivateNumber's call event notifications as phases of a call. Only {@code callin} names who
 * dialled and the middle number X; later events show the leg that the platform itself made, where X
 * stands in the caller's place. So the parties are those of the session's {@code callin}, and an event
 * of a session without one is refused rather than laid at X's door. Times are UTC without a zone.
 */
final class HuaweiCallEvents implements PushReader {
    private static final String[] PARTIES = {
        "from_tk",
        "from_class",
        "x_tk",
        "x_class",
        "x_unit",
        "to_tk",
        "to_class",
        "display",
        "display_class",
        "spoof_shape",
        "sub_id"
    };

    private final Origin origin;
    private final Remembered sessions = new Remembered();

    HuaweiCallEvents(Origin origin) {
        this.origin = origin;
    }

    @Override
    public List<Received> read(byte[] push, String position, long arrivedAt) {
        return ProviderPush.read(
                Feed.CALLS,
                push,
                position,
                arrivedAt,
                ProviderPush::oneOrMany,
                item -> phase(item, arrivedAt));
    }

    private byte[] phase(JsonNode item, long arrivedAt) {
        var type = item.path("eventType").asText("");
        var status = item.path("statusInfo");
        if (!status.isObject()) {
            throw new Unusable(DeadLetterReason.MISSING_FIELD, "statusInfo is missing");
        }
        var draft = origin.draft(status);
        var session = draft.required("sessionId");
        var at = draft.requiredMoment("timestamp");
        draft.put("call_id", session)
                .put("initiator", Initiator.UNKNOWN)
                .put("sub_id", draft.text("subscriptionId"))
                .put("leg", CallLeg.A_TO_X);
        switch (type) {
            case "callin" -> dialled(draft, session);
            case "callout" -> forwarded(draft, callin(session));
            case "alerting" -> draft.put("phase", CallPhase.RING).fill(callin(session), PARTIES);
            case "answer" -> draft.put("phase", CallPhase.ANSWER).fill(callin(session), PARTIES);
            case "disconnect" ->
                    draft.put("phase", ended(draft.code("ulFailReason")))
                            .fill(callin(session), PARTIES);
            default ->
                    throw new Unusable(
                            DeadLetterReason.UNKNOWN_ENUM,
                            "eventType is none of callin, callout, alerting, answer, disconnect");
        }
        var id = Ids.hash("huawei-call-event", origin.provider(), session, type);
        return draft.finish(id, at, arrivedAt);
    }

    /** The caller dialled X; whom X stands for is not known yet. */
    private void dialled(Draft draft, String session) {
        var x = draft.required("called");
        draft.put("phase", CallPhase.SETUP)
                .party("from_tk", draft.required("caller"))
                .party("x_tk", x)
                .party("to_tk", x)
                .presented(x);
        sessions.put(session, draft.record());
    }

    /** The platform's own leg to the real recipient, who is the recipient of what follows, too. */
    private static void forwarded(Draft draft, ObjectNode callin) {
        draft.put("phase", CallPhase.SETUP)
                .put("leg", CallLeg.X_TO_B)
                .party("to_tk", draft.required("called"))
                .fill(callin, PARTIES);
        callin.set("to_tk", draft.record().get("to_tk"));
        callin.set("to_class", draft.record().get("to_class"));
    }

    private ObjectNode callin(String session) {
        var callin = sessions.of(session);
        if (callin == null) {
            throw new Unusable(
                    DeadLetterReason.MISSING_FIELD,
                    "callin of this sessionId was not seen, so that the caller is not known");
        }
        return callin;
    }

    /** The platform's own frequency controls and blacklists stop a call; everything else ends it. */
    private static CallPhase ended(int failure) {
        return failure >= 7001 && failure <= 7005 ? CallPhase.BLOCKED : CallPhase.HANGUP;
    }
}
