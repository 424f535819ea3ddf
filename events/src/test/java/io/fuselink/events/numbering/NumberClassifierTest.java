/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.NumberClass;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberClassifierTest {
    private final NumberClassifier classifier = new NumberClassifier();

    @ParameterizedTest(name = "'{0}' {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "13800138000            | MOBILE            | CN:M:13800138000",
                "+8613800138000         | MOBILE            | CN:M:13800138000",
                "0086 138 0013 8000     | MOBILE            | CN:M:13800138000",
                "8613800138000          | MOBILE            | CN:M:13800138000",
                "１３８００１３８０００  | MOBILE            | CN:M:13800138000",
                "tel:+86-138-0013-8000  | MOBILE            | CN:M:13800138000",
                "sip:+8613800138000@ims.example;user=phone | MOBILE | CN:M:13800138000",
                "'\"A\" <sip:%2B8613800138000@ims.example>' | MOBILE | CN:M:13800138000",
                "17951 13800138000      | MOBILE            | CN:M:13800138000",
                "14600001111            | MOBILE            | CN:M:14600001111",
                "17012345678            | MVNO              | CN:M:17012345678",
                "16200001111            | MVNO              | CN:M:16200001111",
                "13492345678            | SATELLITE         | CN:M:13492345678",
                "17490001111            | SATELLITE         | CN:M:17490001111",
                "700123456789012        | NUMBER_PROTECTION | CN:NP:700123456789012",
                "+86700123456789012     | NUMBER_PROTECTION | CN:NP:700123456789012",
                "0086700123456789012    | NUMBER_PROTECTION | CN:NP:700123456789012",
                "86700123456789012      | NUMBER_PROTECTION | CN:NP:700123456789012",
                "700 1234 5678 9012     | NUMBER_PROTECTION | CN:NP:700123456789012",
                "７００１２３４５６７８９０１２ | NUMBER_PROTECTION | CN:NP:700123456789012",
                "010-62345678           | LANDLINE          | CN:F:010-62345678",
                "00861062345678         | LANDLINE          | CN:F:010-62345678",
                "+86 951 7012345        | LANDLINE          | CN:F:0951-7012345",
                "0951-7012345           | LANDLINE          | CN:F:0951-7012345",
                "0755 26001234          | LANDLINE          | CN:F:0755-26001234",
                "75526001234            | LANDLINE          | CN:F:0755-26001234",
                "+852 6123 4567         | INTERNATIONAL     | INT:852:61234567",
                "+7 700 123 4567        | INTERNATIONAL     | INT:7:7001234567",
                "007 700 123 4567       | INTERNATIONAL     | INT:7:7001234567",
                "95588                  | CALLCENTRE_95     | CN:S:95588",
                "95013123               | CALLCENTRE_95     | CN:S:95013123",
                "9501312345             | CALLCENTRE_95     | CN:S:9501312345",
                "96110                  | PROVINCIAL_96     | CN:S:96110",
                "110                    | SHORT_CODE        | CN:S:110",
                "12381                  | SHORT_CODE        | CN:S:12381",
            })
    void aNumberIsWhatThePlanSays(String raw, NumberClass numberClass, String canonical) {
        var number = classifier.classify(raw);

        assertThat(number.numberClass()).isEqualTo(numberClass);
        assertThat(number.canonical()).isEqualTo(canonical);
        assertThat(number.spoofShape()).isEqualTo(SpoofShape.NONE);
        assertThat(number.mvno()).isEqualTo(numberClass == NumberClass.MVNO);
    }

    @ParameterizedTest(name = "'{0}' {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "+86110       | INTL_SHORT_CODE",
                "0086110      | INTL_SHORT_CODE",
                "86110        | INTL_SHORT_CODE",
                "+110         | INTL_SHORT_CODE",
                "00110        | INTL_SHORT_CODE",
                "+8695588     | INTL_SHORT_CODE",
                "008695588    | INTL_SHORT_CODE",
                "+8612381     | INTL_SHORT_CODE",
                "+96110       | INTL_SHORT_CODE",
                "+8610110     | INTL_SHORT_CODE",
                "010110       | AREA_SHORT_CODE",
                "0552-110     | AREA_SHORT_CODE",
                "01095588     | AREA_SHORT_CODE",
                "01012381     | AREA_SHORT_CODE",
                "0110         | AREA_SHORT_CODE",
                "70012345678  | MALFORMED_700",
                "0700123456789012 | MALFORMED_700",
                "+70012345678 | MALFORMED_700",
                "00700123456789012 | MALFORMED_700",
                "+7700123     | MALFORMED_700",
                "7001234567890123 | MALFORMED_700",
                "+8670012345678 | MALFORMED_700",
                "8670012345678 | MALFORMED_700",
                "138001380001 | MALFORMED",
                "013800138000 | MALFORMED",
                "1008611      | MALFORMED",
                "1380013800   | MALFORMED",
                "+999123456   | MALFORMED",
                "abc          | MALFORMED",
                "''           | HIDDEN",
                "Anonymous    | HIDDEN",
                "sip:anonymous@anonymous.invalid | HIDDEN",
                "Unavailable  | HIDDEN",
                "未知号码      | HIDDEN",
            })
    void aSpoofGivesItselfAwayBeforeAnyNormalisation(String raw, SpoofShape shape) {
        var number = classifier.classify(raw);

        assertThat(number.spoofShape()).isEqualTo(shape);
        assertThat(number.numberClass()).isEqualTo(NumberClass.MALFORMED);
        assertThat(number.joinable()).isFalse();
    }

    @ParameterizedTest(name = "'{0}' {1}")
    @CsvSource({
        "4001234567, ENTERPRISE_400",
        "8008101234, TOLLFREE_800",
        "106912345678, SMS_PORT",
        "1064812345678, IOT_M2M",
        "1440012345678, IOT_M2M"
    })
    void someClassesNeverOriginateCalls(String raw, NumberClass numberClass) {
        var number = classifier.classify(raw);

        assertThat(number.numberClass()).isEqualTo(numberClass);
        assertThat(number.spoofShape()).isEqualTo(SpoofShape.NOT_ORIGINATING);
        assertThat(number.joinable()).isTrue();
    }

    @Test
    void aDomesticMobileFromAbroadIsSuspectUnlessItRoams() {
        assertThat(classifier.classify("+8613800138000", TrunkType.INTL, false).spoofShape())
                .isEqualTo(SpoofShape.INTL_DOMESTIC);
        assertThat(classifier.classify("+8613800138000", TrunkType.INTL, true).spoofShape())
                .isEqualTo(SpoofShape.NONE);
        assertThat(classifier.classify("+8613800138000", TrunkType.IMS, false).spoofShape())
                .isEqualTo(SpoofShape.NONE);
    }

    @ParameterizedTest(name = "'{0}' {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "700123456789012,1234",
                "700123456789012，1234",
                "tel:700123456789012;ext=1234",
                "700123456789012转1234",
                "700 1234 5678 9012 转 1234",
                "700123456789012分机1234"
            })
    void aParcelLabelNamesAnExtension(String raw) {
        var number = classifier.classify(raw);

        assertThat(number.canonical()).isEqualTo("CN:NP:700123456789012");
        assertThat(number.unit()).isEqualTo("70012345678");
        assertThat(number.ext()).isEqualTo("1234");
    }

    @ParameterizedTest
    @CsvSource({"138****8000", "138xxxx8000", "1380013****", "138＊＊＊＊8000", "138••••8000"})
    void aStarredNumberJoinsNothing(String raw) {
        var number = classifier.classify(raw);

        assertThat(number.numberClass()).isEqualTo(NumberClass.MASKED);
        assertThat(number.joinable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, 138******00",
        "01062345678, 010-******78",
        "+85261234567, +852******67",
        "95588, 95588",
        "+86110, +86110",
        "138****8000, 138******00"
    })
    void eyesSeeAMask(String raw, String shown) {
        assertThat(classifier.classify(raw).display()).isEqualTo(shown);
    }

    @Test
    void numbersOfOneUnitLookAlikeAndHideTheUnit() {
        var one = classifier.classify("700123456780001").display();
        var other = classifier.classify("700123456780002").display();
        var stranger = classifier.classify("700123456790001").display();

        assertThat(one).isEqualTo(other).isNotEqualTo(stranger).startsWith("700*****");
        assertThat(one).doesNotContain("12345678");
    }

    @Test
    void aNameInPlaceOfANumberIsNotShown() {
        assertThat(classifier.classify("张三").display()).isEqualTo("******");
    }

    @Test
    void thePlanSaysHowOldItIs() {
        var plan = NumberPlan.builtIn();

        assertThat(plan.source()).contains("MIIT");
        assertThat(plan.asOf()).isEqualTo("2023-03-31");
        assertThat(plan.ageDays(1_772_323_200_000L)).isEqualTo(1_066);
    }
}
