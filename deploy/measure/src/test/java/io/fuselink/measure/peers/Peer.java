/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

import java.util.List;

/**
 * One way to find the pattern, as a line of the table names it.
 *
 * @param preFiltered whether the engine sees only what can matter to the pattern
 */
record Peer(String name, boolean preFiltered, Engine.Source engine) {
    private static final long WATERMARK_EVERY_MS = 200;

    /** Ours first: the others are compared with it. */
    static List<Peer> all() {
        return List.of(
                new Peer("flink-cep, pre-filtered (ours)", true, FlinkEngine::new),
                new Peer("flink-cep, every event", false, FlinkEngine::new),
                new Peer("Esper 9, pre-filtered", true, EsperEngine::new),
                new Peer("Esper 9, every event", false, EsperEngine::new),
                new Peer("Siddhi 5.1, pre-filtered", true, SiddhiEngine::new),
                new Peer("Siddhi 5.1, every event", false, SiddhiEngine::new),
                new Peer("hand-written HashMap", true, HandWritten::new));
    }

    /** How many matches the engine finds in these. */
    long matches(List<Happening> happenings) throws Exception {
        try (var running = engine.open()) {
            feed(running, happenings);
            return running.matches();
        }
    }

    /** Tells everything, and every fifth of a second of event time that time has passed. */
    void feed(Engine running, List<Happening> happenings) throws Exception {
        var watermark = Long.MIN_VALUE;
        for (var happening : happenings) {
            if (!preFiltered || happening.ofInterest()) {
                running.tell(happening);
            }
            if (happening.at() - WATERMARK_EVERY_MS >= watermark) {
                watermark = happening.at() - 1;
                running.passed(watermark);
            }
        }
        running.passed(Long.MAX_VALUE);
    }
}
