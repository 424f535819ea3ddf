/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.events.PolicyVersion;
import io.fuselink.events.RuleState;
import io.fuselink.patterns.script.ScriptReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final long PUBLISHED = 1_000_000;

    @Test
    void withoutAPolicyTheDefaultsHoldAndEverythingIsLive() {
        var limits = Limits.defaults();

        assertThat(limits.version()).isZero();
        assertThat(limits.get(Limit.S01_ATTEMPTS_1H)).isEqualTo(40);
        assertThat(limits.stateOf("stranger-burst")).isEqualTo(RuleState.LIVE);
    }

    @Test
    void aPolicyChangesWhatItNamesAndNothingElse() {
        var limits =
                Limits.of(
                        policy(
                                Map.of("s03_members", 12.0),
                                Map.of(
                                        "rotation",
                                        RuleState.SHADOW,
                                        "number-model",
                                        RuleState.OFF)));

        assertThat(limits.version()).isEqualTo(4);
        assertThat(limits.get(Limit.S03_MEMBERS)).isEqualTo(12);
        assertThat(limits.get(Limit.S03_ATTEMPTS_1H)).isEqualTo(200);
        assertThat(limits.stateOf("rotation")).isEqualTo(RuleState.SHADOW);
        assertThat(limits.stateOf("number-model")).isEqualTo(RuleState.OFF);
        assertThat(limits.stateOf("relay-on-one-victim")).isEqualTo(RuleState.LIVE);
    }

    @Test
    void aPilotBeginsInEachProvinceOnItsOwnDay() {
        var limits =
                Limits.of(
                        policy(
                                Map.of("non700_from", 20_260_701.0, "non700_from.44", 20_260_401.0),
                                null));

        assertThat(limits.get(Limit.NON700_FROM, "44")).isEqualTo(20_260_401);
        assertThat(limits.get(Limit.NON700_FROM, "11")).isEqualTo(20_260_701);
        assertThat(limits.get(Limit.NON700_FROM, null)).isEqualTo(20_260_701);
        assertThat(Limits.defaults().get(Limit.NON700_FROM, "44"))
                .isEqualTo(Limit.NON700_FROM.defaultValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"s01_attempts_1h.44", "non700_from.", "non700_from.guangdong"})
    void noOtherLimitDiffersByProvince(String name) {
        assertThat(Limits.refusal(policy(Map.of(name, 30.0), null)))
                .hasValue("policy version 4 is refused: limits." + name + " is not a known limit");
    }

    @Test
    void aPolicyWithoutLimitsOrStatesIsTheDefaultsUnderANewVersion() {
        assertThat(Limits.of(policy(null, null)).get(Limit.S04_MEMBERS)).isEqualTo(8);
    }

    @Test
    void anUnknownLimitRefusesTheWholePolicyByName() {
        var policy = policy(Map.of("s01_attempts_1h", 30.0, "s99_wishes", 1.0), null);

        assertThat(Limits.refusal(policy))
                .hasValue("policy version 4 is refused: limits.s99_wishes is not a known limit");
        assertThatThrownBy(() -> Limits.of(policy)).hasMessageContaining("s99_wishes");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aLimitMustBeANumberAboveZero(double value) {
        assertThat(Limits.refusal(policy(Map.of("s03_members", value), null)))
                .hasValueSatisfying(
                        reason ->
                                assertThat(reason)
                                        .contains("limits.s03_members must be a number above 0"));
    }

    @Test
    void aShareIsAtMostOne() {
        assertThat(Limits.refusal(policy(Map.of("s03_polite_share", 1.0), null))).isEmpty();
        assertThat(Limits.refusal(policy(Map.of("s03_polite_share", 9.0), null)))
                .hasValueSatisfying(
                        reason ->
                                assertThat(reason).contains("limits.s03_polite_share is a share"));
    }

    @Test
    void aPolicyMayInsistOnTheLexiconButNotBringAnother() {
        var carried = ScriptReader.standard().lexiconVersion();

        assertThat(Limits.refusal(insistingOn(carried))).isEmpty();
        assertThat(Limits.refusal(insistingOn("another")))
                .hasValueSatisfying(
                        reason ->
                                assertThat(reason)
                                        .contains("lexicon_version another is not in this job")
                                        .contains(carried));
    }

    @Test
    void thePolicyNamesTheModel() {
        var policy =
                new PolicyVersion(
                        4,
                        PUBLISHED + 5_000,
                        PUBLISHED,
                        "duty",
                        null,
                        null,
                        null,
                        "m-7",
                        null,
                        null);

        assertThat(Limits.of(policy).model()).hasValue("m-7");
        assertThat(Limits.defaults().model()).isEmpty();
    }

    private static PolicyVersion insistingOn(String lexicon) {
        return new PolicyVersion(
                4, PUBLISHED + 5_000, PUBLISHED, "duty", null, null, lexicon, null, null, null);
    }

    @Test
    void aLimitMustNotBeNull() {
        var limits = new HashMap<String, Double>();
        limits.put("s03_members", null);

        assertThat(Limits.refusal(policy(limits, null))).isPresent();
    }

    @Test
    void anUnknownDetectorRefusesThePolicy() {
        assertThat(Limits.refusal(policy(null, Map.of("crystal-ball", RuleState.OFF))))
                .hasValueSatisfying(
                        reason ->
                                assertThat(reason)
                                        .contains(
                                                "rule_states.crystal-ball is not a known detector"));
    }

    @Test
    void aPolicyMustBePublishedThreeSecondsAhead() {
        var hasty = new PolicyVersion(4, PUBLISHED + 2_999, PUBLISHED, "duty", null, null);
        var inTime = new PolicyVersion(4, PUBLISHED + 3_000, PUBLISHED, "duty", null, null);

        assertThat(Limits.refusal(hasty))
                .hasValueSatisfying(reason -> assertThat(reason).contains("valid_from"));
        assertThat(Limits.refusal(inTime)).isEmpty();
    }

    @Test
    void versionZeroIsTheDefaultsOwn() {
        assertThat(Limits.refusal(new PolicyVersion(0, 9_000, 0, "duty", null, null))).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void everyLimitIsKnownByItsNameAndHasAUsableDefault(Limit limit) {
        assertThat(Limit.named(limit.wireName())).hasValue(limit);
        assertThat(limit.wireName()).matches("[a-z0-9_]+");
        assertThat(Limits.refusal(policy(Map.of(limit.wireName(), limit.defaultValue()), null)))
                .isEmpty();
    }

    private static PolicyVersion policy(Map<String, Double> limits, Map<String, RuleState> states) {
        return new PolicyVersion(4, PUBLISHED + 5_000, PUBLISHED, "duty", limits, states);
    }
}
