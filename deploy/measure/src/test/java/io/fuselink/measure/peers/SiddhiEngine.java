/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.stream.input.InputHandler;
import io.siddhi.core.stream.output.StreamCallback;

/** Siddhi: the pattern in SiddhiQL, one partition per number, time taken from the events; its {@code within} includes the bound. */
final class SiddhiEngine implements Engine {
    private static final String APP =
            """
            @app:playback
            define stream Happenings (number string, kind int, place long);
            partition with (number of Happenings) begin
                from every hook=Happenings[kind == %d] -> grip=Happenings[kind == %d]
                    within %d millisec
                select hook.place as place insert into Matches;
            end;
            """
                    .formatted(
                            Happening.Kind.HOOK.ordinal(),
                            Happening.Kind.GRIP.ordinal(),
                            WITHIN_MS - 1);

    private final SiddhiManager manager = new SiddhiManager();
    private final SiddhiAppRuntime app = manager.createSiddhiAppRuntime(APP);
    private final InputHandler input;
    private long matches;

    SiddhiEngine() {
        app.addCallback(
                "Matches",
                new StreamCallback() {
                    @Override
                    public void receive(Event[] events) {
                        matches += events.length;
                    }
                });
        input = app.getInputHandler("Happenings");
        app.start();
    }

    @Override
    public void tell(Happening happening) throws Exception {
        input.send(
                happening.at(),
                new Object[] {happening.number(), happening.kind().ordinal(), happening.place()});
    }

    @Override
    public long matches() {
        return matches;
    }

    @Override
    public void close() {
        app.shutdown();
        manager.shutdown();
    }
}
