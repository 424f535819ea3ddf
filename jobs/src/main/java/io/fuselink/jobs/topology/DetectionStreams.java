/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

import io.fuselink.events.Action;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.DeadLetter;
import io.fuselink.events.Finding;
import io.fuselink.events.Health;
import io.fuselink.events.Leg;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Page;
import io.fuselink.events.Proof;
import io.fuselink.events.ReasonCard;
import io.fuselink.events.Receipt;
import io.fuselink.events.Signal;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What the topology tells; a main decides where it goes. */
public record DetectionStreams(
        DataStream<Finding> findings,
        DataStream<Assessment> assessments,
        DataStream<Bundle> bundles,
        DataStream<Leg> legs,
        DataStream<Action> actions,
        DataStream<Page> pages,
        DataStream<DeadLetter> deadLetters,
        DataStream<NumberSnapshot> snapshots,
        DataStream<Signal> signals,
        DataStream<Health> health,
        DataStream<ReasonCard> cards,
        DataStream<Proof> proofs,
        DataStream<Receipt> receipts) {}
