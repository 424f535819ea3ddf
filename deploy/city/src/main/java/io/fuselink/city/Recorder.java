/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.ConsentBasis;
import io.fuselink.events.Source;
import io.fuselink.events.TranscriptSegment;

/** Turns what is said in a call into transcript segments, where somebody lawfully listens. */
final class Recorder {
    private static final long PER_CHARACTER_MS = 220;
    private static final double CONFIDENCE = 0.93;

    private final Gateways gateways;

    Recorder(Gateways gateways) {
        this.gateways = gateways;
    }

    /** The called party's own handset listens along. */
    void onHandset(Talk talk, Script script, Dice dice) {
        record(talk, script, Source.HANDSET, Parties.HANDSET, ConsentBasis.ON_DEVICE_OPT_IN, dice);
    }

    /** The platform announced that it records. */
    void onPlatform(Talk talk, Script script, Dice dice) {
        record(
                talk,
                script,
                Source.PLATFORM,
                Parties.PLATFORM,
                ConsentBasis.ANNOUNCED_RECORDING,
                dice);
    }

    /** Spreads the sentences over the conversation; a call cut short is not heard to its end. */
    private void record(
            Talk talk,
            Script script,
            Source source,
            String provider,
            ConsentBasis basis,
            Dice dice) {
        if (!talk.answered()) {
            return;
        }
        var sentences = script.sentences();
        var share = talk.lengthMs() / sentences.size();
        for (int i = 0; i < sentences.size(); i++) {
            var sentence = sentences.get(i);
            var begin = i * share;
            var end = begin + Math.min(share, sentence.text().length() * PER_CHARACTER_MS);
            gateways.live(
                    dice,
                    talk.callId() + "/said/" + i,
                    source,
                    provider,
                    talk.answeredAt() + end,
                    new TranscriptSegment(
                            talk.callId(),
                            i,
                            begin,
                            end,
                            sentence.channel(),
                            talk.dial().from().tk(),
                            talk.dial().to().tk(),
                            sentence.text(),
                            CONFIDENCE,
                            null,
                            true,
                            basis,
                            "zh-CN"));
        }
    }
}
