/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FraudPatternsTest {
    static Stream<FraudPattern> all() {
        return FraudPatterns.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPatternForgetsAndNeverHoldsAMatchBack(FraudPattern pattern) {
        assertThat(pattern.pattern().getWindowSize()).isPresent();
        assertThat(pattern.pattern().getAfterMatchSkipStrategy())
                .isEqualTo(AfterMatchSkipStrategy.noSkip());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPatternTravelsToTheTaskManagers(FraudPattern pattern) throws Exception {
        var clone = InstantiationUtil.clone(pattern);

        assertThat(clone.id()).isEqualTo(pattern.id());
        assertThat(NFACompiler.compileFactory(pattern.pattern(), false))
                .satisfies(factory -> assertThat(InstantiationUtil.clone(factory)).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPatternNamesStagesForDocumentsAndStates(FraudPattern pattern) {
        for (var stage = pattern.pattern(); stage != null; stage = stage.getPrevious()) {
            assertThat(stage.getName()).matches("[a-z]+(-[a-z]+)*");
        }
    }

    @Test
    void noTwoDetectorsShareAName() {
        var names =
                Stream.concat(
                        all().map(FraudPattern::id),
                        Conclusions.all().stream().map(Conclusion::detector));

        assertThat(names).doesNotHaveDuplicates().allMatch(Detectors.known()::contains);
    }
}
