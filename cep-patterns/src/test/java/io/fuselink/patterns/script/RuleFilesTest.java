/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of one's own: read, versioned, and refused with the line to mend. */
class RuleFilesTest {

    private static final String XFER = "XFER\t转(到|入)";

    @TempDir Path folder;

    @Test
    void ownRulesAreReadAndVersioned() throws IOException {
        ScriptReader one = reader("诈骗\t转账\t神秘口令\t5\tkind=core", XFER, "R01\t诈骗\t恐吓\t4\tXFER\t\t9");
        ScriptReader two = reader("诈骗\t转账\t神秘口令\t4\tkind=core", XFER, "R01\t诈骗\t恐吓\t4\tXFER\t\t9");
        SegmentHits read = one.read("神秘口令，转到这里");
        assertThat(read.score()).isEqualTo((5 + 4) * 1.5);
        assertThat(read.hits()).last().extracting(Hit::ruleId).isEqualTo("R01");
        assertThat(one.lexiconVersion()).isNotEqualTo(two.lexiconVersion());
        assertThat(two.read("神秘口令").hits().get(0).ruleId()).isEqualTo(read.hits().get(0).ruleId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "诈骗,转账,口令,9,kind=core ! lexicon.tsv line 2: weight 9 is outside 1 to 5",
                "诈骗,转账,口令,x,kind=core ! lexicon.tsv line 2: weight 'x' is not a number",
                "诈骗,转帐,口令,3,kind=core ! lexicon.tsv line 2: stage '转帐' is unknown",
                "诈骗,转账,口令,3,core ! lexicon.tsv line 2: note needs kind=",
                "诈骗,转账,口令,3,kind=core;anchor=SAFE ! lexicon.tsv line 2: anchor 'SAFE' is unknown",
                "诈骗,转账,口令,3,kind=core;needs_stage=吓 ! lexicon.tsv line 2: needs_stage '吓' is no stage",
                "诈骗,转账,口令,3,kind=core;trp=x ! lexicon.tsv line 2: note key 'trp' is unknown",
                "诈骗,否定,不要,3,kind=negcue ! lexicon.tsv line 2: a negcue needs window=",
                "诈骗,转账,口令,3 ! lexicon.tsv line 2: has 4 cells, needs 5"
            })
    void aLineThatIsNotUnderstoodIsNamed(String line, String complaint) {
        assertThatThrownBy(() -> reader(line.replace(',', '\t'), XFER, "R01\t诈骗\t恐吓\t4\tXFER\t\t9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void conceptsAndSlotRulesAreCheckedToo() {
        String phrase = "诈骗\t转账\t口令\t3\tkind=core";
        assertThatThrownBy(() -> reader(phrase, XFER, "R01\t诈骗\t恐吓\t4\tXFER+MOON\t\t9"))
                .hasMessage("patterns.tsv line 2: concept MOON is not defined");
        assertThatThrownBy(() -> reader(phrase, XFER + "\nBAD\t(转", "R01\t诈骗\t恐吓\t4\tXFER\t\t9"))
                .hasMessageStartingWith("concepts.tsv line 3: regex of BAD does not compile");
        assertThatThrownBy(() -> reader(phrase, "ACCT\t账户", "R01\t诈骗\t恐吓\t4\tACCT\t\t9"))
                .hasMessageContaining("concept XFER (verbs of transfer) is missing");
    }

    private ScriptReader reader(String phrase, String concepts, String rule) throws IOException {
        write("lexicon.tsv", "category\tstage\tphrase\tweight\tnote\n" + phrase);
        write("concepts.tsv", "concept\tregex\n" + concepts);
        write(
                "patterns.tsv",
                "id\tcategory\tstage\tweight\tall_of\texclude\twindow_chars\n" + rule);
        write("words.tsv", "word\tnot\n神秘\t");
        return ScriptReader.from(folder, ScriptLimits.standard());
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
