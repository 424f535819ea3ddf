/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.Ordered;

/**
 * What an inbox holds for one key until its time has come: a record, or an alarm the step has set.
 *
 * @param record null for an alarm
 * @param alarm name of the alarm, null for a record
 */
record Held<IN extends Ordered>(long at, String key, IN record, String alarm)
        implements Comparable<Held<IN>> {

    static <IN extends Ordered> Held<IN> record(String key, IN record) {
        return new Held<>(record.orderTime(), key, record, null);
    }

    static <IN extends Ordered> Held<IN> alarm(String key, long at, String name) {
        return new Held<>(at, key, null, name);
    }

    boolean isAlarm() {
        return record == null;
    }

    /** By time; alarms after the records of their time; then by id or name, so that no arrival decides. */
    @Override
    public int compareTo(Held<IN> other) {
        if (at != other.at) {
            return Long.compare(at, other.at);
        }
        if (isAlarm() != other.isAlarm()) {
            return isAlarm() ? 1 : -1;
        }
        if (isAlarm()) {
            return alarm.compareTo(other.alarm);
        }
        var byId = record.orderId().compareTo(other.record.orderId());
        return byId != 0 ? byId : Integer.compare(record.orderRank(), other.record.orderRank());
    }
}
