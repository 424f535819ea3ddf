/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Event;
import io.fuselink.patterns.script.ScriptReader;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Step 2b: reads the words of a transcript segment and lets them go; only what was read travels on. */
public final class MatchText extends RichMapFunction<Event, TextHit> {
    private transient ScriptReader reader;

    @Override
    public void open(OpenContext context) {
        reader = ScriptReader.standard();
    }

    @Override
    public TextHit map(Event event) {
        var segment = event.transcript();
        return new TextHit(
                event.header().eventId(),
                event.header().provider(),
                segment.callId(),
                segment.segNo(),
                segment.channel(),
                segment.fromTk(),
                segment.toTk(),
                segment.beginMs(),
                segment.endMs(),
                segment.last(),
                event.ts(),
                reader.read(segment.text()));
    }
}
