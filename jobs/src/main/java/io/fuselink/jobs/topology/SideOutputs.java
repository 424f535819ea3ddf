/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

import io.fuselink.events.Action;
import io.fuselink.events.Event;
import io.fuselink.events.GroupPartial;
import io.fuselink.events.Health;
import io.fuselink.events.Leg;
import io.fuselink.events.Page;
import io.fuselink.events.Proof;
import io.fuselink.events.ReasonCard;
import io.fuselink.events.Receipt;
import io.fuselink.events.Signal;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.jobs.steps.Cohort;
import io.fuselink.jobs.steps.Fact;
import io.fuselink.jobs.steps.Footprint;
import io.fuselink.jobs.steps.HeardWords;
import io.fuselink.jobs.steps.LeaseNote;
import io.fuselink.jobs.steps.LeaseVoice;
import io.fuselink.jobs.steps.LinkTouch;
import io.fuselink.jobs.steps.LostEvent;
import io.fuselink.jobs.steps.Particulars;
import io.fuselink.jobs.steps.RiskyTransfer;
import io.fuselink.jobs.steps.SpeechNote;
import io.fuselink.jobs.types.CompactType;
import org.apache.flink.util.OutputTag;

/** What steps tell beside their main output. */
public final class SideOutputs {
    public static final OutputTag<Signal> SIGNALS =
            new OutputTag<>("signals", CompactType.forRecord(Signal.class));
    public static final OutputTag<GroupPartial> PARTIALS =
            new OutputTag<>("group-partials", CompactType.forRecord(GroupPartial.class));
    public static final OutputTag<LeaseNote> LEASE_NOTES =
            new OutputTag<>("lease-notes", CompactType.forRecord(LeaseNote.class));
    public static final OutputTag<LostEvent> LOST =
            new OutputTag<>("lost-events", CompactType.forRecord(LostEvent.class));

    public static final OutputTag<LinkTouch> TOUCHES =
            new OutputTag<>("link-touches", CompactType.forRecord(LinkTouch.class));

    /** Numbers that are blocked, to the keys they were seen behind. */
    public static final OutputTag<LinkTouch> BLOCKED =
            new OutputTag<>("blocked", CompactType.forRecord(LinkTouch.class));

    public static final OutputTag<Fact> FACTS =
            new OutputTag<>("facts", CompactType.forRecord(Fact.class));

    public static final OutputTag<Health> HEALTH =
            new OutputTag<>("health", CompactType.forRecord(Health.class));
    public static final OutputTag<Receipt> RECEIPTS =
            new OutputTag<>("receipts", CompactType.forRecord(Receipt.class));
    public static final OutputTag<Footprint> FOOTPRINTS =
            new OutputTag<>("footprints", CompactType.forRecord(Footprint.class));
    public static final OutputTag<Page> PAGES =
            new OutputTag<>("pages", CompactType.forRecord(Page.class));
    public static final OutputTag<Leg> LEGS =
            new OutputTag<>("legs", CompactType.forRecord(Leg.class));
    public static final OutputTag<Action> ACTIONS =
            new OutputTag<>("actions", CompactType.forRecord(Action.class));

    public static final OutputTag<ReasonCard> CARDS =
            new OutputTag<>("cards", CompactType.forRecord(ReasonCard.class));
    public static final OutputTag<Proof> PROOFS =
            new OutputTag<>("proofs", CompactType.forRecord(Proof.class));

    /** Pushes about numbers, with what the number's profile knows. */
    public static final OutputTag<BreakerNews> BREAKER_NEWS =
            new OutputTag<>("breaker-news", CompactType.forRecord(BreakerNews.class));

    public static final OutputTag<Particulars> PARTICULARS =
            new OutputTag<>("particulars", CompactType.forRecord(Particulars.class));

    /** What callers have said so far, for the text model. */
    public static final OutputTag<HeardWords> HEARD =
            new OutputTag<>("heard-words", CompactType.forRecord(HeardWords.class));

    /** How calls began that follow a fraud script. */
    public static final OutputTag<Cohort> OPENINGS =
            new OutputTag<>("openings", CompactType.forRecord(Cohort.class));

    /** Numbers at work for a lease, or behind an enterprise's trunk. */
    public static final OutputTag<LeaseVoice> VOICES =
            new OutputTag<>("voices", CompactType.forRecord(LeaseVoice.class));

    /** What callers' words amount to, for their profiles. */
    public static final OutputTag<SpeechNote> SPEECH =
            new OutputTag<>("speech", CompactType.forRecord(SpeechNote.class));

    /** Numbers that were looked at for the first time. */
    public static final OutputTag<Particulars> POPULATION =
            new OutputTag<>("population", CompactType.forRecord(Particulars.class));

    /** Suspicion that goes on from a linked number to what it shares with others. */
    public static final OutputTag<LinkTouch> CARRIED =
            new OutputTag<>("carried-suspicion", CompactType.forRecord(LinkTouch.class));

    /** Orders about numbers that are no middle numbers, each for the number it goes to. */
    public static final OutputTag<Event> ORDERS =
            new OutputTag<>("orders", CompactType.forRecord(Event.class));

    public static final OutputTag<RiskyTransfer> TRANSFERS =
            new OutputTag<>("risky-transfers", CompactType.forRecord(RiskyTransfer.class));

    private SideOutputs() {}
}
