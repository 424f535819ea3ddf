/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** One text being read: what the trie heard in it, and the rules that stand in it. */
final class Reading implements AhoCorasickDoubleArrayTrie.IHit<RuleBook.Word> {

    /**
     * A rule that stands, in its place.
     *
     * @param weak a phrase that says little alone even where it was not heard by ear
     */
    private record Found(int begin, int end, Hit hit, boolean weak) {
        boolean contains(Found other) {
            return begin <= other.begin
                    && end >= other.end
                    && end - begin > other.end - other.begin;
        }
    }

    private final RuleBook book;
    private final PlainWords plain;
    private final Spans byEar = new Spans();
    private final String words;
    private final Context context;
    private final BitSet possible;
    private final BitSet groups;
    private final List<Hit> hits;
    private boolean advisory;
    private boolean breaker;
    private int legit;
    private int legitUnlessAnchor;

    Reading(RuleBook book, PlainWords plain) {
        this.book = book;
        this.plain = plain;
        this.words = book.homophones().meant(plain.words(), byEar);
        this.context = new Context(words);
        this.possible = new BitSet(book.concepts().size());
        possible.or(book.alwaysPossible());
        this.groups = new BitSet(book.groupCount());
        book.trie().parseText(words, this);
        List<Found> found = longest(phrases());
        addSlots(found);
        this.hits = inOrder(found);
    }

    /** The plain words as they were meant. */
    String words() {
        return words;
    }

    /** The rules that stand, in the order of the text. */
    List<Hit> hits() {
        return hits;
    }

    boolean advisory() {
        return advisory;
    }

    boolean breaker() {
        return breaker;
    }

    int legit() {
        return legit;
    }

    int legitUnlessAnchor() {
        return legitUnlessAnchor;
    }

    @Override
    public void hit(int begin, int end, RuleBook.Word word) {
        if (word.suffices != null) {
            possible.or(word.suffices);
        }
        if (word.required != null) {
            for (RuleBook.Required required : word.required) {
                heard(required);
            }
        }
        if (!word.listened() || word.latin && cutsLatinWord(begin, end)) {
            return;
        }
        if (word.trap) {
            context.add(new Mark(begin, end, word.text, null));
        }
        for (Phrase phrase : word.phrases) {
            context.add(new Mark(begin, end, word.text, phrase));
            note(phrase);
        }
    }

    /** A concept may be spoken of once all that one way to word it needs was heard. */
    private void heard(RuleBook.Required required) {
        if (groups.get(required.group()) || possible.get(required.concept())) {
            return;
        }
        groups.set(required.group());
        for (int group : required.all()) {
            if (!groups.get(group)) {
                return;
            }
        }
        possible.set(required.concept());
    }

    private void note(Phrase phrase) {
        switch (phrase.role()) {
            case ADVISORY -> advisory = true;
            case BREAKER -> breaker = true;
            case LEGIT -> legit += phrase.weight();
            case LEGIT_UNLESS_ANCHOR -> legitUnlessAnchor += phrase.weight();
            default -> {}
        }
    }

    /** "usdt" must not be heard inside a longer Latin word, nor "96110" inside a longer number. */
    private boolean cutsLatinWord(int begin, int end) {
        return (begin > 0 && sameLatin(words.charAt(begin - 1), words.charAt(begin)))
                || (end < words.length() && sameLatin(words.charAt(end - 1), words.charAt(end)));
    }

    private static boolean sameLatin(char one, char other) {
        return (isLatin(one) && isLatin(other)) || (isDigit(one) && isDigit(other));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private List<Found> phrases() {
        List<Found> found = new ArrayList<>(0);
        for (Mark mark : context.marks()) {
            if (mark.is(Phrase.Role.FRAUD) && context.stands(mark)) {
                found.add(
                        new Found(mark.begin(), mark.end(), hit(mark), mark.phrase().weakAlone()));
            }
        }
        return found;
    }

    private Hit hit(Mark mark) {
        Phrase phrase = mark.phrase();
        boolean transfer =
                phrase.anchor() == Anchor.SAFE_ACCT
                        && book.transfer()
                                .between(
                                        words,
                                        context.clauseBegin(mark.begin()),
                                        context.clauseEnd(mark.end()));
        return new Hit(
                phrase.id(),
                phrase.category(),
                phrase.stage(),
                phrase.weight(),
                plain.origin()[mark.begin()],
                phrase.anchor(),
                phrase.weakAlone() || byEar.touch(mark.begin(), mark.end()),
                phrase.needsStages(),
                transfer);
    }

    /** Of phrases inside longer ones only the longest counts; it keeps what anchor the shorter one has. */
    private static List<Found> longest(List<Found> found) {
        List<Found> kept = new ArrayList<>(found.size());
        for (Found one : found) {
            if (found.stream().noneMatch(other -> other.contains(one))) {
                Hit hit = one.hit();
                for (Found inner : found) {
                    hit = one.contains(inner) ? hit.withAnchorOf(inner.hit()) : hit;
                }
                kept.add(new Found(one.begin(), one.end(), hit, one.weak()));
            }
        }
        return kept;
    }

    /**
     * Rules that warn are asked first, then those that turn a warning around: after one, courtesy no longer excuses the
     * others.
     */
    private void addSlots(List<Found> found) {
        List<SlotRule> rules = possibleRules();
        if (rules.isEmpty()) {
            return;
        }
        SlotReading slots = new SlotReading(words, context, possible, book.concepts().size());
        advisory |= stands(Phrase.Role.ADVISORY, rules, slots);
        breaker |= advisory && stands(Phrase.Role.BREAKER, rules, slots);
        List<Found> phrases = List.copyOf(found);
        for (SlotRule rule : rules) {
            Spans place = rule.is(Phrase.Role.FRAUD) ? slots.place(rule, !breaker) : null;
            if (place != null && !saidByPhrase(rule, place, phrases)) {
                found.add(
                        new Found(
                                place.begin(0),
                                place.end(0),
                                rule.hitAt(plain.origin()[place.begin(0)]),
                                false));
            }
        }
    }

    private static boolean stands(Phrase.Role role, List<SlotRule> rules, SlotReading slots) {
        for (SlotRule rule : rules) {
            if (rule.is(role) && slots.place(rule, false) != null) {
                return true;
            }
        }
        return false;
    }

    private List<SlotRule> possibleRules() {
        List<SlotRule> rules = new ArrayList<>(0);
        for (int c = possible.nextSetBit(0); c >= 0; c = possible.nextSetBit(c + 1)) {
            for (SlotRule rule : book.rulesByFirstConcept().get(c)) {
                if (rule.possible(possible)) {
                    rules.add(rule);
                }
            }
        }
        return rules;
    }

    /** A phrase of the same stage inside the rule's place says the same thing more surely. */
    private static boolean saidByPhrase(SlotRule rule, Spans place, List<Found> phrases) {
        for (Found phrase : phrases) {
            if (phrase.hit().stage() == rule.stage()
                    && !phrase.weak()
                    && phrase.hit().weight() >= rule.weight() - 1
                    && phrase.begin() >= place.begin(0)
                    && phrase.end() <= place.end(0)) {
                return true;
            }
        }
        return false;
    }

    private static List<Hit> inOrder(List<Found> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        found.sort(Comparator.comparingInt(Found::begin).thenComparing(f -> f.hit().ruleId()));
        List<Hit> hits = new ArrayList<>(found.size());
        found.forEach(each -> hits.add(each.hit()));
        return hits;
    }
}
