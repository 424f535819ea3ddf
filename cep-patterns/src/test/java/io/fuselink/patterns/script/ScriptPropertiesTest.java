/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any words at all. */
class ScriptPropertiesTest {

    private static final ScriptReader READER = ScriptReader.standard();

    @Property
    void readingNeverThrowsAndPointsIntoTheText(@ForAll("anyText") String text) {
        SegmentHits read = READER.read(text);
        assertThat(read.score()).isNotNegative();
        assertThat(read.hits())
                .allSatisfy(hit -> assertThat(hit.offset()).isBetween(0, text.length() - 1));
    }

    @Property
    void plainWordsStayAsTheyAre(@ForAll("anyText") String text) {
        String plain = PlainWords.of(text).words();
        assertThat(PlainWords.of(plain).words()).isEqualTo(plain);
    }

    @Example
    void everyCharacterHasOnePlainForm() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String plain = PlainWords.of(String.valueOf((char) c)).words();
            assertThat(PlainWords.of(plain).words()).as("U+%04X", c).isEqualTo(plain);
        }
    }

    @Property
    void theOrderOfArrivalDoesNotMatter(
            @ForAll("calls") List<String> segments, @ForAll Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            order.add(i);
        }
        ScriptVerdict inOrder = folded(segments, order);
        Collections.shuffle(order, random);
        assertThat(folded(segments, order)).isEqualTo(inOrder);
    }

    /** The prefilter may let an expression run in vain; it must never keep one from a text it matches. */
    @Property
    void requiredWordsAreInEveryMatch(
            @ForAll("regexes") String regex, @ForAll("letters") String text) {
        List<RequiredWords.Option> options = RequiredWords.of(regex);
        if (Pattern.compile(regex).matcher(text).find() && !options.isEmpty()) {
            assertThat(options)
                    .anyMatch(
                            option ->
                                    option.groups().stream()
                                            .allMatch(g -> g.stream().anyMatch(text::contains)));
        }
    }

    /** Trying only where a match can begin finds what a search finds. */
    @Property
    void conceptsAreFoundWhereTheExpressionMatches(
            @ForAll("regexes") String regex, @ForAll("letters") String text) {
        List<String> searched = new ArrayList<>();
        Matcher matcher = Pattern.compile(regex).matcher(text);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                searched.add(matcher.start() + "-" + matcher.end());
            }
        }
        Spans tried = Concept.of("any", 0, regex).in(text);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            found.add(tried.begin(i) + "-" + tried.end(i));
        }
        assertThat(found).isEqualTo(searched);
    }

    private static ScriptVerdict folded(List<String> segments, List<Integer> order) {
        CallScript call = new CallScript();
        for (int i : order) {
            call.fold(
                    i,
                    i * 50_000L,
                    i * 50_000L + 9_000,
                    true,
                    i % 3 != 0,
                    READER.read(segments.get(i)));
        }
        return call.verdict();
    }

    @Provide
    Arbitrary<String> anyText() {
        Arbitrary<String> chars =
                Arbitraries.chars()
                        .range('\u0000', '\uffff')
                        .array(char[].class)
                        .ofMaxSize(40)
                        .map(String::new);
        return Arbitraries.oneOf(chars, script());
    }

    @Provide
    Arbitrary<List<String>> calls() {
        return script().list().ofMaxSize(8);
    }

    private static Arbitrary<String> script() {
        return Arbitraries.of(
                        "安全账户",
                        "转到",
                        "不要",
                        "，",
                        "。",
                        "你涉嫌洗钱",
                        "请把钱",
                        "屏幕共享",
                        "验证码",
                        "告诉我",
                        "取件码",
                        "国家反诈中心提醒",
                        "但是这次是真的",
                        "骗子会说",
                        "都是诈骗",
                        "安全张户",
                        "我是公安局的",
                        "加我微信",
                        "\ud800",
                        "㍿",
                        "\ud835\udc14")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<String> regexes() {
        Arbitrary<String> atom =
                Arbitraries.of(
                        "a",
                        "b",
                        "ab",
                        "c?",
                        "(a|b)",
                        "(ab|c)?",
                        ".",
                        "[ab]",
                        "(?!c)",
                        "b{0,2}",
                        "(c|ab){2,}",
                        "a+",
                        "(?<!a)",
                        "^",
                        "[a-c]b",
                        "b??",
                        "(?:c|)",
                        "(a(b|c)|bb)");
        Arbitrary<String> sequence =
                atom.list().ofMinSize(1).ofMaxSize(4).map(a -> String.join("", a));
        return sequence.list().ofMinSize(1).ofMaxSize(3).map(s -> String.join("|", s));
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().withChars('a', 'b', 'c', 'd').ofMaxLength(8);
    }
}
