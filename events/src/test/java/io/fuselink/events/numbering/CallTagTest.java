/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTagTest {
    private static final long FRESH = 30;
    private static final NumberClassifier CLASSIFIER = new NumberClassifier();
    private static final ClassifiedNumber MIDDLE = CLASSIFIER.classify("700100000010001");
    private static final ClassifiedNumber MOBILE = CLASSIFIER.classify("13800138000");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void theMarkOfTheServiceIsThereWhateverTheRisk(int level) {
        assertThat(CallTag.of(MIDDLE, FRESH, level).service()).contains("号码保护服务");
        assertThat(CallTag.of(MOBILE, FRESH, level).service()).isNull();
    }

    @Test
    void theMarkIsNoAccusationAndTheRiskNamesNoService() {
        var tag = CallTag.of(MIDDLE, FRESH, 0);

        assertThat(tag.risk()).isNull();
        assertThat(tag.wordingId()).isNull();
        assertThat(tag.service()).doesNotContain("风险", "诈", "骚扰");
        assertThat(CallTag.of(MIDDLE, FRESH, 3).risk())
                .isEqualTo(CallTag.of(MOBILE, FRESH, 3).risk())
                .doesNotContain("号码保护", "700");
    }

    @Test
    void onlyWhatIsConfirmedIsCalledFraud() {
        for (var level = 0; level < 4; level++) {
            assertThat(String.valueOf(CallTag.of(MOBILE, FRESH, level).risk()))
                    .doesNotContain("诈", "fraud");
        }
        assertThat(CallTag.of(MOBILE, FRESH, 4).risk()).contains("涉诈");
    }

    @Test
    void anOldPlanNamesNoOperatorAnyMore() {
        assertThat(CallTag.of(MOBILE, CallTag.PLAN_STALE_DAYS, 0).operator())
                .isEqualTo("CHINA_MOBILE");
        assertThat(CallTag.of(MOBILE, CallTag.PLAN_STALE_DAYS + 1, 0).operator()).contains("运营商未知");
        assertThat(CallTag.of(MIDDLE, CallTag.PLAN_STALE_DAYS + 1, 0).service()).contains("号码保护服务");
    }
}
