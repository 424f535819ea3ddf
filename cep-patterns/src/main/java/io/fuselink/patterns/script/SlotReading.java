/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.BitSet;

/** Finds where slot rules stand in one text; an expression runs only if words it cannot do without were heard. */
final class SlotReading {

    private final String words;
    private final Context context;
    private final BitSet possible;
    private final Spans[] spansOfConcept;

    /**
     * @param possible indices of the concepts that may be spoken of
     * @param conceptCount how many concepts there are
     */
    SlotReading(String words, Context context, BitSet possible, int conceptCount) {
        this.words = words;
        this.context = context;
        this.possible = possible;
        this.spansOfConcept = new Spans[conceptCount];
    }

    /**
     * The first place where the rule stands: one span from its first idea to its last; {@code null} if none.
     *
     * @param excusable the rule's excuses are listened to
     */
    Spans place(SlotRule rule, boolean excusable) {
        if (missing(rule)) {
            return null;
        }
        Spans best = null;
        for (Concept first : rule.all()) {
            Spans starts = of(first);
            for (int i = 0; i < starts.size(); i++) {
                if (best != null && starts.begin(i) >= best.begin(0)) {
                    break;
                }
                Spans members = members(rule, first, i);
                if (members != null && meant(members) && !(excusable && excused(rule, members))) {
                    best = new Spans();
                    best.add(members.begin(0), members.lastEnd());
                }
            }
        }
        return best;
    }

    /** Whether an idea of the rule is nowhere in the text; what is known is asked before an expression runs. */
    private boolean missing(SlotRule rule) {
        for (Concept concept : rule.all()) {
            Spans known = spansOfConcept[concept.index()];
            if (known != null && known.size() == 0) {
                return true;
            }
        }
        for (Concept concept : rule.all()) {
            if (of(concept).size() == 0) {
                return true;
            }
        }
        return false;
    }

    /** The nearest wording of every idea from the {@code i}th wording of {@code first} on, within the window. */
    private Spans members(SlotRule rule, Concept first, int i) {
        int begin = of(first).begin(i);
        Spans members = new Spans();
        members.add(begin, of(first).end(i));
        for (Concept other : rule.all()) {
            int next = other.index() == first.index() ? i : of(other).firstFrom(begin);
            if (next < 0 || of(other).end(next) - begin > rule.window()) {
                return null;
            }
            members.add(of(other).begin(next), of(other).end(next));
        }
        return members;
    }

    private boolean meant(Spans members) {
        for (int i = 0; i < members.size(); i++) {
            if (context.takenBack(members.begin(i), members.end(i), false, members)) {
                return false;
            }
        }
        return true;
    }

    private boolean excused(SlotRule rule, Spans members) {
        int from = members.begin(0) - rule.window();
        int to = members.lastEnd() + rule.window();
        for (Concept excuse : rule.exclude()) {
            if (of(excuse).touch(from, to)) {
                return true;
            }
        }
        return false;
    }

    private Spans of(Concept concept) {
        Spans known = spansOfConcept[concept.index()];
        if (known == null) {
            known = possible.get(concept.index()) ? concept.in(words) : new Spans();
            spansOfConcept[concept.index()] = known;
        }
        return known;
    }
}
