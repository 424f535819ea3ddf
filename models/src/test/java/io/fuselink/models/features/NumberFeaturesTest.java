/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.NumberClass;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Speech;
import io.fuselink.events.Subject;
import io.fuselink.models.SyntheticNumbers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NumberFeaturesTest {
    private static final FeatureSchema SCHEMA = NumberFeatures.SCHEMA;

    @Test
    void versionTwoNamesTheseColumnsInThisOrder() {
        assertThat(SCHEMA.version()).isEqualTo(2);
        assertThat(SCHEMA.names())
                .containsExactly(
                        "frequency_missing",
                        "space_missing",
                        "device_missing",
                        "content_missing",
                        "attempts_10m",
                        "attempts_1h",
                        "attempts_24h",
                        "answered_24h",
                        "callees_1h",
                        "callees_24h",
                        "dispersion_1h",
                        "dispersion_24h",
                        "answer_ratio_24h",
                        "new_callee_share_24h",
                        "short_share_24h",
                        "long_calls_24h",
                        "mean_duration_24h",
                        "callback_ratio_24h",
                        "inbound_24h",
                        "inbound_ratio_24h",
                        "gap_variation",
                        "night_share_24h",
                        "age",
                        "idle",
                        "bound_share_24h",
                        "unbound_1h",
                        "unbound_middle_numbers_1h",
                        "spoofed_24h",
                        "official_share_24h",
                        "cells_24h",
                        "attempts_per_cell_24h",
                        "province_entropy_24h",
                        "devices_24h",
                        "attempts_per_device_24h",
                        "script_stages_24h",
                        "script_points_24h",
                        "warning_share_24h",
                        "text_score_24h");
    }

    @Test
    void countsAreLogarithmsAndSharesStayShares() {
        var row = NumberFeatures.of(caller(99, 11, 0.25, 1));

        assertThat(value(row, "attempts_24h")).isEqualTo((float) Math.log(100));
        assertThat(value(row, "short_share_24h")).isEqualTo(0.25f);
        assertThat(value(row, "attempts_per_cell_24h")).isEqualTo((float) Math.log1p(9));
        assertThat(value(row, "space_missing")).isZero();
    }

    @Test
    void whatTheProfileDoesNotKnowIsNotZero() {
        var row = NumberFeatures.of(caller(99, 11, Double.NaN, 1));

        assertThat(value(row, "short_share_24h")).isNaN();
        assertThat(value(row, "frequency_missing")).isZero();
    }

    @Test
    void aFeedWithoutHandsetsLeavesTheDeviceBlockMissing() {
        var row = NumberFeatures.of(caller(99, 11, 0.25, 0));

        assertThat(value(row, "device_missing")).isOne();
        assertThat(value(row, "devices_24h")).isNaN();
        assertThat(value(row, "attempts_per_device_24h")).isNaN();
    }

    @Test
    void whomNobodyHeardHasNoContentAndIsScoredWithout() {
        var row = NumberFeatures.of(caller(99, 11, 0.25, 1));

        assertThat(value(row, "content_missing")).isOne();
        assertThat(value(row, "script_stages_24h")).isNaN();
    }

    @Test
    void whoWasHeardIsKnownByTheWordsAndNotByHowManyOfThemWereHeard() {
        var little = new Speech(1, 2, 9, 1, Double.NaN);
        var much = new Speech(4, 2, 9, 4, Double.NaN);

        var row = NumberFeatures.of(caller(99, 11, 0.25, 1, little));

        assertThat(value(row, "content_missing")).isZero();
        assertThat(value(row, "script_stages_24h")).isEqualTo((float) Math.log(3));
        assertThat(value(row, "script_points_24h")).isEqualTo((float) Math.log(10));
        assertThat(value(row, "warning_share_24h")).isOne();
        assertThat(value(row, "text_score_24h")).isNaN();
        assertThat(NumberFeatures.of(caller(99, 11, 0.25, 1, much))).isEqualTo(row);
    }

    @Test
    void aNumberNobodyHeardOfHasNoBlockAtAll() {
        var row = NumberFeatures.of(caller(0, 0, 0, 0));

        for (var block : SCHEMA.blocks()) {
            assertThat(row[SCHEMA.mask(block)]).isOne();
            for (var position : SCHEMA.measured(block)) {
                assertThat(row[position]).as(SCHEMA.names().get(position)).isNaN();
            }
        }
    }

    @Test
    void aRowSurvivesItsLine() {
        var row = SyntheticNumbers.rows(1, 7).get(0);
        row.features()[SCHEMA.measured(Block.DEVICE)[0]] = Float.NaN;

        var back = FeatureRow.parse(row.csv(), SCHEMA);

        assertThat(back).usingRecursiveComparison().ignoringFields("features").isEqualTo(row);
        assertThat(Arrays.equals(back.features(), row.features())).isTrue();
        assertThat(FeatureRow.header(SCHEMA).split(",")).hasSameSizeAs(row.csv().split(",", -1));
    }

    private static float value(float[] row, String name) {
        return row[SCHEMA.names().indexOf(name)];
    }

    private static NumberSnapshot caller(int attempts, int cells, double shortShare, int devices) {
        return caller(attempts, cells, shortShare, devices, null);
    }

    private static NumberSnapshot caller(
            int attempts, int cells, double shortShare, int devices, Speech speech) {
        return new NumberSnapshot(
                Subject.number("caller", 0),
                0,
                "e",
                NumberClass.MOBILE,
                attempts / 10,
                attempts / 5,
                attempts,
                attempts / 2,
                attempts / 5,
                attempts / 2,
                0.5,
                shortShare,
                0,
                60,
                0.2,
                0,
                1,
                0,
                10,
                0,
                cells,
                devices,
                1,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                speech);
    }
}
