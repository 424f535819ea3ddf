/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fuselink.events.Action;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.DeadLetter;
import io.fuselink.events.Event;
import io.fuselink.events.Finding;
import io.fuselink.events.GroupPartial;
import io.fuselink.events.Health;
import io.fuselink.events.Leg;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Owner;
import io.fuselink.events.Page;
import io.fuselink.events.PolicyVersion;
import io.fuselink.events.Proof;
import io.fuselink.events.ReasonCard;
import io.fuselink.events.Receipt;
import io.fuselink.events.Received;
import io.fuselink.events.Signal;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.jobs.breaker.BundleFile;
import io.fuselink.jobs.feeds.FeedPulse;
import io.fuselink.jobs.feeds.FeedReading;
import io.fuselink.jobs.feeds.FeedWatch;
import io.fuselink.jobs.order.Bulletin;
import io.fuselink.jobs.state.AccountPhones;
import io.fuselink.jobs.state.CohortMemory;
import io.fuselink.jobs.state.GroupMemory;
import io.fuselink.jobs.state.HeardCall;
import io.fuselink.jobs.state.KnownFacts;
import io.fuselink.jobs.state.KnownNumber;
import io.fuselink.jobs.state.KnownParty;
import io.fuselink.jobs.state.LeaseCrews;
import io.fuselink.jobs.state.LeaseDay;
import io.fuselink.jobs.state.LeaseMemory;
import io.fuselink.jobs.state.LeaseOfNumber;
import io.fuselink.jobs.state.LinkQuota;
import io.fuselink.jobs.state.LinkedPhones;
import io.fuselink.jobs.state.MiddleNumber;
import io.fuselink.jobs.state.Spending;
import io.fuselink.jobs.state.SubjectFile;
import io.fuselink.jobs.state.Trail;
import io.fuselink.jobs.state.VoiceCluster;
import io.fuselink.jobs.steps.AttributedCall;
import io.fuselink.jobs.steps.BindingInterval;
import io.fuselink.jobs.steps.BudgetNews;
import io.fuselink.jobs.steps.Cohort;
import io.fuselink.jobs.steps.Fact;
import io.fuselink.jobs.steps.Footprint;
import io.fuselink.jobs.steps.HeardWords;
import io.fuselink.jobs.steps.LeaseNote;
import io.fuselink.jobs.steps.LeaseVoice;
import io.fuselink.jobs.steps.LinkTouch;
import io.fuselink.jobs.steps.LostEvent;
import io.fuselink.jobs.steps.Matter;
import io.fuselink.jobs.steps.NumberNews;
import io.fuselink.jobs.steps.Particulars;
import io.fuselink.jobs.steps.PeopleNews;
import io.fuselink.jobs.steps.RiskyTransfer;
import io.fuselink.jobs.steps.SpeechNote;
import io.fuselink.jobs.steps.TextHit;
import io.fuselink.jobs.steps.TrailNews;
import io.fuselink.jobs.steps.Visit;
import io.fuselink.jobs.types.CompactType;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What travels is a record of few enough fields; what rests is that or a POJO: no Kryo, and state evolves by adding fields. */
class StreamTypesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                Action.class,
                Assessment.class,
                AttributedCall.class,
                BindingInterval.class,
                BreakerNews.class,
                Bulletin.class,
                BudgetNews.class,
                Bundle.class,
                Cohort.class,
                DeadLetter.class,
                Event.class,
                Fact.class,
                FeedPulse.class,
                FeedReading.class,
                Finding.class,
                Footprint.class,
                GroupPartial.class,
                Health.class,
                HeardWords.class,
                LeaseMemory.Seen.class,
                LeaseMemory.Shared.class,
                LeaseNote.class,
                LeaseVoice.class,
                Leg.class,
                LinkTouch.class,
                LostEvent.class,
                Matter.class,
                KnownNumber.class,
                NumberNews.class,
                NumberSnapshot.class,
                Particulars.class,
                Proof.class,
                ReasonCard.class,
                RiskyTransfer.class,
                Owner.class,
                Page.class,
                PeopleNews.class,
                PolicyVersion.class,
                Receipt.class,
                Received.class,
                Signal.class,
                SpeechNote.class,
                TextHit.class,
                TrailNews.class,
                Visit.class
            })
    void aRecordTravelsInItsCompactForm(Class<? extends Record> type) {
        assertThatCode(() -> CompactType.forRecord(type)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BundleFile.class,
                FeedWatch.class,
                CohortMemory.class,
                GroupMemory.class,
                HeardCall.class,
                LinkQuota.class,
                MiddleNumber.class,
                AccountPhones.class,
                Spending.class,
                KnownFacts.class,
                KnownParty.class,
                LeaseCrews.class,
                LeaseDay.class,
                LeaseMemory.Earlier.class,
                LeaseOfNumber.class,
                LinkedPhones.class,
                SubjectFile.class,
                Trail.class,
                VoiceCluster.class
            })
    void stateIsAPojo(Class<?> type) {
        var information = TypeInformation.of(type);

        assertThat(information).isInstanceOf(PojoTypeInfo.class);
        assertThat(information.createSerializer(strict())).isNotNull();
    }

    /** Refuses whatever would need Kryo. */
    private static SerializerConfigImpl strict() {
        var strict = new SerializerConfigImpl();
        strict.setGenericTypes(false);
        return strict;
    }
}
