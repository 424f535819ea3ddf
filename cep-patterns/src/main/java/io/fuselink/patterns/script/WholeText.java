/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text that came without its call: a message, a chat, a transcript in one piece. A dialogue that names its speakers is read
 * by channel. Anything else is taken as addressed to the reader, the caller's words, unless it retells what others demand of
 * the one who tells it.
 *
 * @param score see {@link ScriptVerdict#score}
 * @param stages in order of first appearance on the side the verdict speaks of
 * @param hits in the order of the text, on that side; offsets count from the begin of the whole text
 */
public record WholeText(
        double score, List<Stage> stages, List<Hit> hits, ScriptVerdict.Verdict verdict) {

    /** "He told me to …", "I am about to send …". */
    private static final Pattern RETOLD =
            Pattern.compile(
                    "(他|她|对方|那边|那人|警察|警官|民警|客服|老师|导师|群里|平台|骗子)(们|的人)?(跟我|和我|给我|对我|一直)?(说|让|叫|要|要求|逼|催|教)(是)?(我|咱)"
                            + "|(让|叫|逼|教)我(先|把|去|交|下|转|开|念|做|再|取|贷)"
                            + "|我(现在)?(正|刚|已经|这就|马上|准备|打算|就要|差点).{0,8}(转|汇|打款|下载|共享|告诉他|报给他)");

    /** Words to somebody who listens: then it is no retelling but a demand, whoever it quotes. */
    private static final Pattern ADDRESSED =
            Pattern.compile("[你您]|(?<!给我|让我|叫我)(赶紧|赶快|快点)|帮我|借我|救我|(?<!他|她|方)给我");

    static WholeText of(String text, ScriptReader reader, ScriptLimits limits) {
        List<CallScript.Spoken> callers = new ArrayList<>();
        List<CallScript.Spoken> callees = new ArrayList<>();
        List<Dialogue.Turn> turns = Dialogue.turns(text);
        if (turns.isEmpty()) {
            boolean retold = RETOLD.matcher(text).find() && !ADDRESSED.matcher(text).find();
            turns = List.of(new Dialogue.Turn(!retold, 0, text));
        }
        // No clock came with the text: turns follow each other, and nothing has faded.
        for (int i = 0; i < turns.size(); i++) {
            Dialogue.Turn turn = turns.get(i);
            List<CallScript.Spoken> side = turn.callersWords() ? callers : callees;
            side.add(spoken(i, turn, reader.read(turn.words())));
        }
        CallScript.Judged judged = CallScript.judge(callers, callees, 0, limits);
        return new WholeText(
                judged.side().score(),
                judged.side().stages(),
                judged.side().hits(),
                judged.verdict());
    }

    private static CallScript.Spoken spoken(int place, Dialogue.Turn turn, SegmentHits read) {
        List<Hit> hits = read.hits().stream().map(hit -> hit.movedBy(turn.offset())).toList();
        return new CallScript.Spoken(
                place,
                place,
                place,
                true,
                turn.callersWords(),
                read.advisory(),
                read.breaker(),
                read.legit(),
                read.legitUnlessAnchor(),
                hits);
    }
}
