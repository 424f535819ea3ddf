/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls end because of what they show (S22): only those that cannot be honest. */
class ForgedCallsTest {

    @ParameterizedTest(name = "{0} behind {1}: {2}")
    @CsvSource({
        "INTL_SHORT_CODE, INTL, true",
        "AREA_SHORT_CODE, INTL, true",
        "MALFORMED_700,   INTL, true",
        // A subscriber abroad comes back like that, and anybody may withhold a number.
        "INTL_DOMESTIC,   INTL, false",
        "HIDDEN,          INTL, false",
        "NONE,            INTL, false",
        // At home a wrong number may be a switch's mistake: it is counted, not ended.
        "INTL_SHORT_CODE, ENT,  false",
        "MALFORMED,       ,     false"
    })
    void onlyWhatNobodyAbroadCanHaveIsForged(SpoofShape shape, TrunkType trunk, boolean forged) {
        assertThat(ForgedCalls.forged(trunk, shape)).isEqualTo(forged);
    }
}
