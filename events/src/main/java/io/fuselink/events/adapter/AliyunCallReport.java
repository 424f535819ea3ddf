/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.events.CallLeg;
import io.fuselink.events.CallPhase;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Received;
import java.util.List;

/**
 * Aliyun's reports while a call runs, one JSON object or an array of them, as phases of a call:
 * SecretStartReport when somebody dialled, SecretRingReport when it rang, SecretPickUpReport when it
 * was answered. They name the call as its SecretReport does later.
 */
final class AliyunCallReport implements PushReader {
    private final Origin origin;
    private final CallPhase phase;

    /** The provider's field that says when; the ring time is spelt in two ways. */
    private final String[] happened;

    private AliyunCallReport(Origin origin, CallPhase phase, String... happened) {
        this.origin = origin;
        this.phase = phase;
        this.happened = happened;
    }

    static AliyunCallReport start(Origin origin) {
        return new AliyunCallReport(origin, CallPhase.SETUP, "call_time");
    }

    static AliyunCallReport ring(Origin origin) {
        return new AliyunCallReport(origin, CallPhase.RING, "ring_time", "ringTime");
    }

    static AliyunCallReport pickUp(Origin origin) {
        return new AliyunCallReport(origin, CallPhase.ANSWER, "start_time");
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
        var draft = origin.draft(item);
        AliyunSecretReport.parties(draft);
        var callId = draft.required("call_id");
        draft.put("call_id", callId)
                .put("phase", phase)
                .put("leg", CallLeg.A_TO_X)
                .put("sub_id", draft.text("sub_id"));
        return draft.finish(
                Ids.hash("aliyun-call-report", origin.provider(), callId, phase),
                when(draft),
                arrivedAt);
    }

    private Long when(Draft draft) {
        for (var name : happened) {
            var at = draft.moment(name);
            if (at != null) {
                return at;
            }
        }
        throw new Unusable(DeadLetterReason.MISSING_FIELD, happened[0] + " is missing");
    }
}
