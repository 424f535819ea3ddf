/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.NumberClass;
import io.fuselink.events.SpoofShape;
import io.fuselink.jobs.state.ProfileForm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is measured is the real work with the real result; a benchmark of refusals would be fast and worthless. */
class BenchmarksTest {

    @Test
    void theDecodedRecordsAreTheEventsThatWereSent() {
        var bench = new DecodeBench();

        assertThat(bench.callProtobuf().event()).isEqualTo(Records.call());
        assertThat(bench.callJson().event()).isEqualTo(Records.call());
        assertThat(bench.cdrProtobuf().event()).isEqualTo(Records.cdr());
        assertThat(bench.bindingProtobuf().event()).isEqualTo(Records.binding());
    }

    @Test
    void aCallArrivesAtTheNextStepAsItLeft() throws IOException {
        var bench = new CompactBench();

        assertThat(bench.read()).isEqualTo(Records.call());
        assertThat(bench.write()).isPositive();
    }

    @Test
    void aMobileIsOrdinaryAndAForeignPoliceNumberIsNot() {
        var bench = new ClassifyBench();

        assertThat(bench.mobile().numberClass()).isEqualTo(NumberClass.MOBILE);
        assertThat(bench.mobile().spoofShape()).isEqualTo(SpoofShape.NONE);
        assertThat(bench.foreignNumberPosingAsPolice().spoofShape()).isNotEqualTo(SpoofShape.NONE);
    }

    @Test
    void oneMoreAttemptIsInTheProfile() {
        var bench = new ProfileBench();

        assertThat(attempts(bench.quietNumber())).isEqualTo(6);
        assertThat(attempts(bench.busyNumber())).isEqualTo(121);
    }

    @Test
    void theCourierSaysNothingOfInterestAndTheImpostorMuch() {
        var bench = new TextBench();

        assertThat(bench.courier().score()).isLessThan(bench.posingAsPolice().score());
        assertThat(bench.posingAsPolice().hits()).isNotEmpty();
    }

    @Test
    void theModelScoresTheRowOfTheProfile() {
        var bench = new ScoreBench();

        assertThat(bench.score()).isBetween(0.0, 1.0);
        assertThat(bench.features()).hasSizeGreaterThan(20);
    }

    private static int attempts(byte[] profile) {
        return ProfileForm.read(profile).buckets.stream().mapToInt(b -> b.attempts).sum();
    }
}
