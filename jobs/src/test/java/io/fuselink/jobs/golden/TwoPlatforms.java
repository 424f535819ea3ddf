/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.golden;

import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;

import io.fuselink.events.Ids;
import io.fuselink.events.Subject;
import io.fuselink.events.adapter.AliyunSecretReport;
import io.fuselink.events.adapter.HuaweiFeeList;
import io.fuselink.events.adapter.PushReader;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.ACall;
import io.fuselink.jobs.Told;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Three people report a number that called them; the first of these calls is told by one platform in
 * Beijing's time and by another in UTC, both without a zone, as they do.
 */
final class TwoPlatforms {
    private static final Tokenizer TOKENS = Tokenizer.sandbox();
    private static final List<String> CITIZENS =
            List.of("13900139000", "13900139001", "13900139002");

    static final String CROOK = TOKENS.token("CN:M:13800138000");

    /** What is asked about the crook, since the third report. */
    static final String BUNDLE =
            Ids.bundle(Ids.episode(Subject.number(CROOK, 1), NOON + 22 * MINUTE));

    private static final String IN_BEIJING =
            """
            {"pool_key": "FC100000012345", "sub_id": "1000000012345678", "call_id": "ab1234cd5678",
             "phone_no": "13800138000", "secret_no": "700123456789012", "peer_no": "13900139000",
             "called_display_no": "700123456789012", "call_type": 0,
             "call_time": "2026-11-21 12:00:00", "call_out_time": "2026-11-21 12:00:01",
             "ring_time": "2026-11-21 12:00:03", "start_time": "2026-11-21 12:00:05",
             "release_time": "2026-11-21 12:00:45", "release_dir": 1, "release_cause": 16,
             "unconnected_cause": 0, "control_msg": "OK"}
            """;

    private static final String IN_UTC =
            """
            {"eventType": "fee", "feeLst": [{"direction": 1, "icid": "ba171f34.9",
             "bindNum": "+8617012345678", "sessionId": "1200_1827@callenabler",
             "callerNum": "+8613800138000", "calleeNum": "+8617012345678",
             "fwdDisplayNum": "+8617012345678", "fwdDstNum": "+8613900139000",
             "callInTime": "2026-11-21 04:00:00", "fwdStartTime": "2026-11-21 04:00:01",
             "fwdAlertingTime": "2026-11-21 04:00:03", "fwdAnswerTime": "2026-11-21 04:00:05",
             "callEndTime": "2026-11-21 04:00:45", "ulFailReason": 0, "fwdUnaswRsn": 0}]}
            """;

    private TwoPlatforms() {}

    static Story story() {
        var story = Story.of("zones");
        for (var n = 0; n < 3; n++) {
            var citizen = TOKENS.token("CN:M:" + CITIZENS.get(n));
            var dialled = NOON + n * 5 * MINUTE;
            var call = ACall.of("zones.call-" + n, CROOK, citizen);
            story.tell(call.setUp(dialled));
            story.tell(call.answered(dialled + 5 * SECOND));
            story.tell(call.hungUp(dialled + 45 * SECOND));
            story.tell(
                    Told.report(
                            "zones.report-" + n,
                            citizen,
                            CROOK,
                            dialled,
                            NOON + (20 + n) * MINUTE));
        }
        push(story, new AliyunSecretReport(TOKENS), IN_BEIJING);
        push(story, new HuaweiFeeList(TOKENS), IN_UTC);
        return story;
    }

    private static void push(Story story, PushReader platform, String text) {
        var arrived = NOON + 2 * MINUTE;
        platform.read(text.getBytes(StandardCharsets.UTF_8), "push", arrived)
                .forEach(received -> story.tell(received.event()));
    }
}
