/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.Feed;
import io.fuselink.events.Ordered;
import io.fuselink.jobs.feeds.FeedTimeline;
import io.fuselink.patterns.Limits;
import org.apache.flink.util.OutputTag;

/** What a step may use while it handles one record or alarm. */
public interface StepContext<OUT> {

    /** Key of the record or alarm being handled. */
    String key();

    /** Event time of the record or alarm being handled, epoch ms. */
    long now();

    /** Limits and rule states in force at {@link #now}. */
    Limits limits();

    /** How the binding feeds stood when; empty in steps that are not told. */
    FeedTimeline feeds();

    void emit(OUT record);

    <T extends Ordered> void emit(OutputTag<T> tag, T record);

    /** Rings {@link Step#onAlarm} at this event time, once however often it is set. */
    void alarm(long at, String name);

    /** Accounts for an event this step owns; survives a restart. */
    void account(Outcome outcome, Feed feed);

    /** Counts something worth showing, such as signals by code; survives a restart. */
    void count(String name);
}
