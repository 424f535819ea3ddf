/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

import java.util.Arrays;
import java.util.List;

/**
 * The published per-number table of Sichuan as a model's row: each number's calls, messages, data and
 * fees over up to eight months. A yardstick against real fraud, never to be served: its columns sum up
 * months, which nobody has when a number begins to call. An empty field means that the number did nothing
 * of the kind, which says something, so gaps stay gaps and carry masks.
 */
public final class SichuanFeatures {
    /** The table's own columns, without id and label, in the table's order. */
    public static final List<String> COLUMNS =
            List.of(
                    "opposite_count",
                    "opposite_unique",
                    "voccalltype1",
                    "imeis",
                    "voc_calltype1",
                    "city_name_call",
                    "county_name_call",
                    "phone2opposite_mean",
                    "phone2opposite_median",
                    "phone2opposite_max",
                    "phone2oppo_sum_mean",
                    "phone2oppo_sum_median",
                    "phone2oppo_sum_max",
                    "call_dur_mean",
                    "call_dur_median",
                    "call_dur_max",
                    "call_dur_min",
                    "city_name_nunique",
                    "county_name_nunique",
                    "calltype_id_unique",
                    "voc_hour_mode",
                    "voc_hour_mode_count",
                    "voc_hour_nunique",
                    "voc_day_mode",
                    "voc_day_mode_count",
                    "voc_day_nunique",
                    "sms_count",
                    "sms_nunique",
                    "sms_rate",
                    "calltype_2",
                    "calltype_rate",
                    "hour_mode",
                    "hour_mode_count",
                    "hour_nunique",
                    "day_mode",
                    "day_mode_count",
                    "day_nunique",
                    "busi_count",
                    "flow_mean",
                    "flow_median",
                    "flow_min",
                    "flow_max",
                    "flow_var",
                    "flow_sum",
                    "month_ids",
                    "flow_month",
                    "arpu_mean",
                    "arpu_var",
                    "arpu_max",
                    "arpu_min",
                    "arpu_median",
                    "arpu_sum",
                    "arpu_skew",
                    "arpu_sem",
                    "arpu_quantile");

    private static final List<SichuanInputs.Input> INPUTS = SichuanInputs.all();

    /** Names, order and units of {@link #of}. */
    public static final FeatureSchema SCHEMA =
            FeatureSchema.masked(
                    "sichuan", 2, INPUTS.stream().map(SichuanInputs.Input::feature).toList());

    private static final int MASKS = SCHEMA.width() - INPUTS.size();
    private static final int[] MASK_OF =
            INPUTS.stream().mapToInt(input -> SCHEMA.mask(input.feature().block())).toArray();
    private static final int MONTHS = SCHEMA.names().indexOf("month_ids");
    private static final int FULL_WINDOW = 8;

    private SichuanFeatures() {}

    /** The row of {@link #SCHEMA} from values in the order of {@link #COLUMNS}, NaN where a field is empty. */
    public static float[] of(double[] values) {
        var row = new float[SCHEMA.width()];
        Arrays.fill(row, 0, MASKS, 1);
        var line = new SichuanLine(values);
        for (int i = 0; i < INPUTS.size(); i++) {
            var value = (float) INPUTS.get(i).value().applyAsDouble(line);
            row[MASKS + i] = Float.isFinite(value) ? value : Float.NaN;
            if (Float.isFinite(value)) {
                row[MASK_OF[i]] = 0;
            }
        }
        return row;
    }

    /** Whether the number was watched all eight months: only among such is the comparison fair. */
    public static boolean fullWindow(float[] row) {
        return row[MONTHS] == FULL_WINDOW;
    }
}
