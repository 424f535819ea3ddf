/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import io.fuselink.events.Header;
import io.fuselink.events.TranscriptSegment;
import java.util.BitSet;

/** The segments of each call. Holds a hundred thousand calls and 4 096 segments of each, at most 70 MB. */
final class SegmentBook {
    private static final int MOST_CALLS = 100_000;
    private static final int MOST_SEGMENTS = 4_096;

    private final Faults faults;
    private final CallBook calls;
    private final boolean fromTheBeginning;
    private final Youngest<Words> open = new Youngest<>(MOST_CALLS, this::judge);

    /** The words of one call: which segments there were. */
    private static final class Words {
        private final BitSet segments = new BitSet();
        private String last;
    }

    SegmentBook(Faults faults, CallBook calls, boolean fromTheBeginning) {
        this.faults = faults;
        this.calls = calls;
        this.fromTheBeginning = fromTheBeginning;
    }

    void add(Header header, TranscriptSegment segment, String position) {
        var id = SeenIds.id(header.provider(), segment.callId());
        var begins = open.of(id) == null;
        if (begins && fromTheBeginning && calls.any() && !calls.knows(segment.callId())) {
            faults.add(Fault.SEGMENT_OF_UNKNOWN_CALL, position, "call_id is no call's");
        }
        var words = open.open(id, Words::new);
        words.last = position;
        if (segment.segNo() < MOST_SEGMENTS) {
            words.segments.set(segment.segNo());
        }
    }

    private void judge(Words words) {
        var first = words.segments.nextSetBit(0);
        if (first < 0) {
            return;
        }
        // Writers count from 0 or from 1.
        var missing = words.segments.nextClearBit(first);
        if (missing < words.segments.length()) {
            faults.add(Fault.SEGMENT_MISSING, words.last, "seg_no " + missing + " is missing");
        } else if (first > 1 && fromTheBeginning) {
            faults.add(Fault.SEGMENT_MISSING, words.last, "seg_no begins at " + first);
        }
    }

    long judgedEarly() {
        return open.left();
    }

    void close() {
        open.close();
    }
}
