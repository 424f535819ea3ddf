/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.features;

import static io.fuselink.models.features.Block.DEVICE;
import static io.fuselink.models.features.Block.FEES;
import static io.fuselink.models.features.Block.FREQUENCY;
import static io.fuselink.models.features.Block.MESSAGES;
import static io.fuselink.models.features.Block.SPACE;
import static io.fuselink.models.features.Block.TRAFFIC;
import static io.fuselink.models.features.SichuanFeatures.COLUMNS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a model gets of a line of the Sichuan table: its columns on scales that a network can use, and what
 * they say against each other. Sums over the window mean little when some numbers were watched for a month
 * and others for eight; per billed month, per day or per counterpart they can be compared.
 */
final class SichuanInputs {
    private static final String RATIO = "ln(1+ratio)";
    private static final String LOGARITHM = "±ln(1+|value|)";
    private static final double CENT = 0.005;

    /** Keeps shares of no traffic finite: 1 kB in MB. */
    private static final double SOME_TRAFFIC = 1e-3;

    private SichuanInputs() {}

    /** The published columns in their order, then what is derived from them. */
    static List<Input> all() {
        var inputs = new ArrayList<Input>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            inputs.add(published(i));
        }
        inputs.addAll(derived());
        return inputs;
    }

    /** Counts and amounts by their logarithm; shares, hours, days and months as they are. */
    private static Input published(int position) {
        var name = COLUMNS.get(position);
        var plain =
                List.of("voc_calltype1", "calltype_rate", "arpu_skew", "month_ids").contains(name)
                        || name.endsWith("_mode");
        return plain
                ? new Input(feature(block(position), name, "as published"), v -> v.of(name))
                : new Input(feature(block(position), name, LOGARITHM), v -> signedLog(v.of(name)));
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

    private static List<Input> derived() {
        var list = new ArrayList<Input>();
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
        habits(list);
        return list;
    }

    /** How calls, messages, traffic and fees spread over months, days, hours and people, and what came in. */
    private static void habits(List<Input> list) {
        column(list, FEES, "billed_months", "months", v -> v.billedMonths());
        column(
                list,
                FEES,
                "billed_without_traffic",
                "months",
                v -> v.billedMonths() - v.of("month_ids"));
        perBilledMonth(list, FREQUENCY, "calls_per_month", "opposite_count");
        perBilledMonth(list, FREQUENCY, "outgoing_calls_per_month", "voccalltype1");
        perBilledMonth(list, FREQUENCY, "counterparts_per_month", "opposite_unique");
        perBilledMonth(list, MESSAGES, "messages_per_month", "sms_count");
        perBilledMonth(list, DEVICE, "handsets_per_month", "imeis");
        logarithm(
                list,
                FREQUENCY,
                "incoming_calls",
                v -> v.of("opposite_count") - v.orNone("voccalltype1"));
        logarithm(list, MESSAGES, "messages_sent", v -> v.of("sms_count") - v.orNone("calltype_2"));
        logarithm(list, FREQUENCY, "seconds_talked", SichuanLine::seconds);
        logarithm(
                list,
                FREQUENCY,
                "closest_counterpart_seconds_share",
                v -> SichuanLine.over(v.of("phone2oppo_sum_max"), v.seconds()));
        ratio(
                list,
                FREQUENCY,
                "closest_to_mean_calls",
                "phone2opposite_max",
                "phone2opposite_mean");
        ratio(
                list,
                FREQUENCY,
                "closest_to_mean_seconds",
                "phone2oppo_sum_max",
                "phone2oppo_sum_mean");
        peak(list, FREQUENCY, "busiest_to_mean_day", "voc_day", "opposite_count");
        peak(list, FREQUENCY, "busiest_to_mean_hour", "voc_hour", "opposite_count");
        peak(list, MESSAGES, "busiest_to_mean_message_day", "day", "sms_count");
        peak(list, MESSAGES, "busiest_to_mean_message_hour", "hour", "sms_count");
        ratio(
                list,
                FREQUENCY,
                "busiest_hour_to_busiest_day",
                "voc_hour_mode_count",
                "voc_day_mode_count");
        ratio(list, FREQUENCY, "call_days_per_message_day", "voc_day_nunique", "day_nunique");
        ratio(list, FREQUENCY, "call_hours_per_message_hour", "voc_hour_nunique", "hour_nunique");
        ratio(list, MESSAGES, "message_to_call_counterparts", "sms_nunique", "opposite_unique");
        difference(list, SPACE, "cities_without_calling", "city_name_nunique", "city_name_call");
        difference(
                list, SPACE, "counties_without_calling", "county_name_nunique", "county_name_call");
        difference(list, FEES, "fee_range", "arpu_max", "arpu_min");
        difference(list, FEES, "mean_over_median_fee", "arpu_mean", "arpu_median");
        difference(list, FEES, "highest_over_mean_fee", "arpu_max", "arpu_mean");
        logarithm(
                list,
                FEES,
                "fee_deviation",
                v ->
                        SichuanLine.over(
                                Math.sqrt(v.of("arpu_var")), 1 + Math.abs(v.of("arpu_mean"))));
        logarithm(
                list,
                FEES,
                "fee_per_call",
                v -> SichuanLine.over(v.of("arpu_mean"), v.of("opposite_count") + 1));
        column(list, FEES, "whole_mean_fee", "0 or 1", v -> whole(v.of("arpu_mean")));
        column(list, FEES, "whole_median_fee", "0 or 1", v -> whole(v.of("arpu_median")));
        logarithm(
                list,
                TRAFFIC,
                "traffic_deviation",
                v ->
                        SichuanLine.over(
                                Math.sqrt(v.of("flow_var")), v.of("flow_mean") + SOME_TRAFFIC));
        logarithm(
                list,
                TRAFFIC,
                "mean_to_median_traffic",
                v -> SichuanLine.over(v.of("flow_mean"), v.of("flow_median") + SOME_TRAFFIC));
    }

    /** Fees of a plan alone are whole numbers; what is used beyond it rarely is. */
    private static double whole(double fee) {
        return Double.isNaN(fee) ? fee : Math.abs(fee - Math.rint(fee)) < CENT ? 1 : 0;
    }

    private static double signedLog(double value) {
        return Math.signum(value) * Math.log1p(Math.abs(value));
    }

    private static void perBilledMonth(List<Input> list, Block block, String name, String count) {
        logarithm(list, block, name, v -> v.of(count) / Math.max(1, v.billed()));
    }

    /** The busiest day or hour against the mean of those with any. */
    private static void peak(
            List<Input> list, Block block, String name, String stretch, String count) {
        logarithm(
                list,
                block,
                name,
                v ->
                        SichuanLine.over(
                                v.of(stretch + "_mode_count"),
                                SichuanLine.over(v.of(count), v.of(stretch + "_nunique"))));
    }

    private static void difference(
            List<Input> list, Block block, String name, String from, String less) {
        logarithm(list, block, name, v -> v.of(from) - v.of(less));
    }

    private static void logarithm(
            List<Input> list, Block block, String name, ToDoubleFunction<SichuanLine> value) {
        column(list, block, name, LOGARITHM, v -> signedLog(value.applyAsDouble(v)));
    }

    private static void column(
            List<Input> list,
            Block block,
            String name,
            String unit,
            ToDoubleFunction<SichuanLine> value) {
        list.add(new Input(feature(block, name, unit), value));
    }

    private static void ratio(
            List<Input> list, Block block, String name, String part, String whole) {
        column(
                list,
                block,
                name,
                RATIO,
                v -> Math.log1p(SichuanLine.over(v.of(part), v.of(whole))));
    }

    private static Feature feature(Block block, String name, String unit) {
        return new Feature(name, unit, block, false);
    }

    /** A column of the model's row: what it is, and its value of a line. */
    record Input(Feature feature, ToDoubleFunction<SichuanLine> value) {}
}
