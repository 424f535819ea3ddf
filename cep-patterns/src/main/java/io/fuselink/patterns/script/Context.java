/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.List;

/** What stands around words and can take them back: traps, warnings, negation within the clause, reported speech. */
final class Context {

    /** A word nearby can explain a phrase away at this distance, in characters. */
    private static final int TRAP_REACH = 40;

    private final String words;
    private final List<Mark> marks = new ArrayList<>(0);

    Context(String words) {
        this.words = words;
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    List<Mark> marks() {
        return marks;
    }

    /** Whether a fraud phrase means what it says here. */
    boolean stands(Mark mark) {
        return !trapped(mark)
                && marks.stream().noneMatch(m -> m.is(Phrase.Role.ADVISORY) && m.covers(mark))
                && !takenBack(mark.begin(), mark.end(), mark.phrase().negatesItself(), null);
    }

    /**
     * Whether what stands in {@code [begin, end)} is negated or somebody else's words.
     *
     * @param negatesItself the words forbid something themselves
     * @param own words of the same rule, whose negations are its own; may be {@code null}
     */
    boolean takenBack(int begin, int end, boolean negatesItself, Spans own) {
        for (Mark cue : marks) {
            boolean owned = own != null && own.touch(cue.begin(), cue.end());
            if (cue.phrase() != null
                    && !owned
                    && reaches(cue, begin, end, negatesItself)
                    && !spent(cue)) {
                return true;
            }
        }
        return false;
    }

    /** Where the clause around {@code at} begins. */
    int clauseBegin(int at) {
        int begin = at;
        while (begin > 0 && !isEnd(begin - 1)) {
            begin--;
        }
        return begin;
    }

    /** Where the clause around {@code at} ends. */
    int clauseEnd(int at) {
        int end = at;
        while (end < words.length() && !isEnd(end)) {
            end++;
        }
        return end;
    }

    private boolean trapped(Mark mark) {
        for (Mark trap : marks) {
            if (trap.phrase() == null && mark.phrase().traps().contains(trap.text())) {
                boolean near =
                        trap.begin() - mark.end() <= TRAP_REACH
                                && mark.begin() - trap.end() <= TRAP_REACH;
                if (trap.text().contains(mark.text()) ? trap.covers(mark) : near) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean reaches(Mark cue, int begin, int end, boolean negatesItself) {
        int reach = cue.phrase().reach();
        return switch (cue.phrase().role()) {
            case NO_BEFORE ->
                    !negatesItself
                            && within(begin - cue.end(), reach)
                            && clauseEnd(cue.end()) >= begin;
            case REPORT_CUE -> within(begin - cue.end(), reach) && sameSentence(cue.end(), begin);
            case NO_AFTER -> within(cue.begin() - end, reach) && sameSentence(end, cue.begin());
            default -> false;
        };
    }

    private static boolean within(int distance, int reach) {
        return distance >= 0 && distance <= reach;
    }

    /** The "do not" of "do not tell the bank" is spent on that phrase. */
    private boolean spent(Mark cue) {
        return marks.stream().anyMatch(m -> m.is(Phrase.Role.FRAUD) && m.covers(cue));
    }

    private boolean sameSentence(int from, int to) {
        int end = words.indexOf(PlainWords.SENTENCE_END, from);
        return end < 0 || end >= to;
    }

    private boolean isEnd(int at) {
        char c = words.charAt(at);
        return c == PlainWords.CLAUSE_END || c == PlainWords.SENTENCE_END;
    }
}
