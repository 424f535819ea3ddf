/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

import static io.fuselink.models.features.Block.CONTENT;
import static io.fuselink.models.features.Block.DEVICE;
import static io.fuselink.models.features.Block.FREQUENCY;
import static io.fuselink.models.features.Block.SPACE;

import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Speech;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number's profile as the row a model scores; pure, so that the export and the running job cannot
 * differ. Unknown values are {@code NaN}, which the normaliser replaces by the training mean: a plain
 * zero would claim something (a gap variation of 0 is a machine).
 *
 * <p>The content block rests on the calls in which the number itself was heard, and says nothing of how
 * many those were: that tells who listens. Nearly every number has none of it.
 *
 * <p>Purpose, number class and lease are left out on purpose. A registered use is what the accused says
 * about himself, and in training data it all but names the persona: a network would learn the label
 * instead of the behaviour. Purposes speak later, as suppressors with their own reasons.
 */
public final class NumberFeatures {
    private static final String CALLS = "ln(1+calls)";
    private static final String NUMBERS = "ln(1+numbers)";
    private static final String DAYS = "ln(1+days)";
    private static final String SHARE = "share";

    private static final List<Column> COLUMNS =
            List.of(
                    column(FREQUENCY, "attempts_10m", CALLS, s -> log(s.attempts10m())),
                    column(FREQUENCY, "attempts_1h", CALLS, s -> log(s.attempts1h())),
                    column(FREQUENCY, "attempts_24h", CALLS, s -> log(s.attempts24h())),
                    column(FREQUENCY, "answered_24h", CALLS, s -> log(s.answered24h())),
                    column(FREQUENCY, "callees_1h", NUMBERS, s -> log(s.callees1h())),
                    column(FREQUENCY, "callees_24h", NUMBERS, s -> log(s.callees24h())),
                    column(
                            FREQUENCY,
                            "dispersion_1h",
                            SHARE,
                            s -> per(s.attempts1h(), s.dispersion1h())),
                    column(
                            FREQUENCY,
                            "dispersion_24h",
                            SHARE,
                            s -> per(s.attempts24h(), s.dispersion24h())),
                    column(
                            FREQUENCY,
                            "answer_ratio_24h",
                            SHARE,
                            s -> per(s.attempts24h(), s.answerRatio24h())),
                    column(
                            FREQUENCY,
                            "new_callee_share_24h",
                            SHARE,
                            NumberSnapshot::newCalleeShare24h),
                    column(FREQUENCY, "short_share_24h", SHARE, NumberSnapshot::shortShare24h),
                    column(FREQUENCY, "long_calls_24h", CALLS, s -> log(s.longCalls24h())),
                    column(
                            FREQUENCY,
                            "mean_duration_24h",
                            "ln(1+s)",
                            s -> log(s.meanDurationS24h())),
                    column(
                            FREQUENCY,
                            "callback_ratio_24h",
                            SHARE,
                            NumberSnapshot::callbackRatio24h),
                    column(FREQUENCY, "inbound_24h", CALLS, s -> log(s.inbound24h())),
                    column(
                            FREQUENCY,
                            "inbound_ratio_24h",
                            "ln(1+calls/call)",
                            s -> log(s.inboundRatio24h())),
                    column(FREQUENCY, "gap_variation", "ln(1+ratio)", s -> log(s.gapVariation())),
                    column(FREQUENCY, "night_share_24h", SHARE, NumberSnapshot::nightShare24h),
                    column(FREQUENCY, "age", DAYS, s -> log(s.ageDays())),
                    column(FREQUENCY, "idle", DAYS, s -> log(s.idleDays())),
                    column(FREQUENCY, "bound_share_24h", SHARE, NumberSnapshot::boundShare24h),
                    column(FREQUENCY, "unbound_1h", CALLS, s -> log(s.unbound1h())),
                    column(
                            FREQUENCY,
                            "unbound_middle_numbers_1h",
                            NUMBERS,
                            s -> log(s.unboundMiddleNumbers1h())),
                    column(FREQUENCY, "spoofed_24h", CALLS, s -> log(s.spoofed24h())),
                    column(
                            FREQUENCY,
                            "official_share_24h",
                            SHARE,
                            NumberSnapshot::officialShare24h),
                    column(
                            SPACE,
                            "cells_24h",
                            "ln(1+cells)",
                            s -> per(s.cells24h(), log(s.cells24h()))),
                    column(
                            SPACE,
                            "attempts_per_cell_24h",
                            "ln(1+calls/cell)",
                            s -> spread(s.attempts24h(), s.cells24h())),
                    column(
                            SPACE,
                            "province_entropy_24h",
                            "bits",
                            s -> per(s.attempts24h(), s.provinceEntropy24h())),
                    column(
                            DEVICE,
                            "devices_24h",
                            "ln(1+devices)",
                            s -> per(s.devices24h(), log(s.devices24h()))),
                    column(
                            DEVICE,
                            "attempts_per_device_24h",
                            "ln(1+calls/device)",
                            s -> spread(s.attempts24h(), s.devices24h())),
                    spoken("script_stages_24h", "ln(1+stages)", w -> log(w.stages())),
                    spoken("script_points_24h", "ln(1+points)", w -> log(w.points())),
                    spoken("warning_share_24h", SHARE, Speech::warningShare),
                    spoken("text_score_24h", SHARE, Speech::textScore));

    /** Names, order and units of {@link #of}. */
    public static final FeatureSchema SCHEMA =
            FeatureSchema.masked("numbers", 2, COLUMNS.stream().map(Column::feature).toList());

    private static final int MASKS = SCHEMA.width() - COLUMNS.size();

    /** Per column, the position of its block's mask. */
    private static final int[] MASK_OF =
            COLUMNS.stream().mapToInt(column -> SCHEMA.mask(column.feature().block())).toArray();

    private NumberFeatures() {}

    /** The row of {@link #SCHEMA}; unknown values are NaN, and the mask of a wholly unknown block is 1. */
    public static float[] of(NumberSnapshot snapshot) {
        var row = new float[SCHEMA.width()];
        for (int mask = 0; mask < MASKS; mask++) {
            row[mask] = 1;
        }
        var heard = snapshot.attempts24h() + snapshot.inbound24h() > 0;
        for (int i = 0; i < COLUMNS.size(); i++) {
            var column = COLUMNS.get(i);
            var block = column.feature().block();
            var value =
                    block == FREQUENCY && !heard
                            ? Double.NaN
                            : column.value().applyAsDouble(snapshot);
            row[MASKS + i] = Double.isFinite(value) ? (float) value : Float.NaN;
            if (Double.isFinite(value)) {
                row[MASK_OF[i]] = 0;
            }
        }
        return row;
    }

    private static double log(double count) {
        return Math.log1p(count);
    }

    /** The value, unknown where nothing was counted that it could rest on. */
    private static double per(int counted, double value) {
        return counted == 0 ? Double.NaN : value;
    }

    private static double spread(int attempts, int over) {
        return per(over, log((double) attempts / over));
    }

    /** What a number was heard saying; unknown where nobody listened. */
    private static Column spoken(String name, String unit, ToDoubleFunction<Speech> value) {
        return column(
                CONTENT,
                name,
                unit,
                s -> s.speech24h() == null ? Double.NaN : value.applyAsDouble(s.speech24h()));
    }

    private static Column column(
            Block block, String name, String unit, ToDoubleFunction<NumberSnapshot> value) {
        return new Column(new Feature(name, unit, block, false), value);
    }

    private record Column(Feature feature, ToDoubleFunction<NumberSnapshot> value) {}
}
