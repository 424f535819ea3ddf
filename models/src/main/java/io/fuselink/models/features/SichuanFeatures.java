/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

import static io.fuselink.models.features.Block.DEVICE;
import static io.fuselink.models.features.Block.FEES;
import static io.fuselink.models.features.Block.FREQUENCY;
import static io.fuselink.models.features.Block.MESSAGES;
import static io.fuselink.models.features.Block.SPACE;
import static io.fuselink.models.features.Block.TRAFFIC;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

    private static final String RATIO = "ln(1+ratio)";

    private static final List<Column> INPUTS = inputs();

    /** Names, order and units of {@link #of}. */
    public static final FeatureSchema SCHEMA =
            FeatureSchema.masked("sichuan", 1, INPUTS.stream().map(Column::feature).toList());

    private static final int MASKS = SCHEMA.width() - INPUTS.size();
    private static final int[] MASK_OF =
            INPUTS.stream().mapToInt(column -> SCHEMA.mask(column.feature().block())).toArray();
    private static final int MONTHS = SCHEMA.names().indexOf("month_ids");
    private static final int FULL_WINDOW = 8;

    private SichuanFeatures() {}

    /** The row of {@link #SCHEMA} from values in the order of {@link #COLUMNS}, NaN where a field is empty. */
    public static float[] of(double[] values) {
        var row = new float[SCHEMA.width()];
        Arrays.fill(row, 0, MASKS, 1);
        for (int i = 0; i < INPUTS.size(); i++) {
            var value = (float) INPUTS.get(i).value().applyAsDouble(values);
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

    private static List<Column> inputs() {
        var inputs = new ArrayList<Column>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            inputs.add(published(i));
        }
        inputs.addAll(derived());
        return inputs;
    }

    /** Counts and amounts by their logarithm; shares, hours, days and months as they are. */
    private static Column published(int position) {
        var name = COLUMNS.get(position);
        var plain =
                List.of("voc_calltype1", "calltype_rate", "arpu_skew", "month_ids").contains(name)
                        || name.endsWith("_mode");
        return plain
                ? new Column(feature(block(position), name, "as published"), v -> v[position])
                : new Column(
                        feature(block(position), name, "±ln(1+|value|)"),
                        v -> Math.signum(v[position]) * Math.log1p(Math.abs(v[position])));
    }

    private static Block block(int position) {
        var name = COLUMNS.get(position);
        if (name.equals("imeis")) {
            return DEVICE;
        }
        if (name.startsWith("city") || name.startsWith("county")) {
            return SPACE;
        }
        if (name.startsWith("arpu")) {
            return FEES;
        }
        return position < COLUMNS.indexOf("sms_count")
                ? FREQUENCY
                : position < COLUMNS.indexOf("busi_count") ? MESSAGES : TRAFFIC;
    }

    private static List<Column> derived() {
        var list = new ArrayList<Column>();
        ratio(list, FREQUENCY, "calls_per_counterpart", "opposite_count", "opposite_unique");
        ratio(list, FREQUENCY, "counterparts_per_day", "opposite_unique", "voc_day_nunique");
        ratio(list, FREQUENCY, "calls_per_day", "opposite_count", "voc_day_nunique");
        ratio(list, FREQUENCY, "busiest_hour_share", "voc_hour_mode_count", "opposite_count");
        ratio(list, FREQUENCY, "busiest_day_share", "voc_day_mode_count", "opposite_count");
        ratio(list, FREQUENCY, "closest_counterpart_share", "phone2opposite_max", "opposite_count");
        ratio(list, FREQUENCY, "longest_to_mean_call", "call_dur_max", "call_dur_mean");
        ratio(list, FREQUENCY, "median_to_mean_call", "call_dur_median", "call_dur_mean");
        ratio(list, SPACE, "counties_per_day", "county_name_nunique", "voc_day_nunique");
        ratio(list, SPACE, "counties_per_city", "county_name_nunique", "city_name_nunique");
        ratio(list, DEVICE, "handsets_per_day", "imeis", "voc_day_nunique");
        ratio(list, MESSAGES, "messages_per_counterpart", "sms_count", "sms_nunique");
        ratio(list, MESSAGES, "messages_per_day", "sms_count", "day_nunique");
        ratio(list, MESSAGES, "messages_per_call", "sms_count", "opposite_count");
        ratio(list, MESSAGES, "busiest_message_day_share", "day_mode_count", "sms_count");
        ratio(list, TRAFFIC, "applications_per_month", "busi_count", "month_ids");
        ratio(list, TRAFFIC, "volume_per_application", "flow_sum", "busi_count");
        ratio(list, TRAFFIC, "largest_volume_share", "flow_max", "flow_sum");
        ratio(list, FEES, "months_billed", "arpu_sum", "arpu_mean");
        ratio(list, FEES, "lowest_to_highest_fee", "arpu_min", "arpu_max");
        ratio(list, FEES, "volume_per_fee", "flow_sum", "arpu_sum");
        return list;
    }

    private static void ratio(
            List<Column> list, Block block, String name, String part, String whole) {
        int over = COLUMNS.indexOf(part), under = COLUMNS.indexOf(whole);
        if (over < 0 || under < 0) {
            throw new IllegalArgumentException(part + " or " + whole + " is no column");
        }
        list.add(
                new Column(
                        feature(block, name, RATIO),
                        v -> v[under] == 0 ? Double.NaN : Math.log1p(v[over] / v[under])));
    }

    private static Feature feature(Block block, String name, String unit) {
        return new Feature(name, unit, block, false);
    }

    private record Column(Feature feature, ToDoubleFunction<double[]> value) {}
}
