/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Assessment;
import io.fuselink.events.HolderType;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Registration;
import io.fuselink.events.SalesChannel;
import io.fuselink.events.TenureChange;
import io.fuselink.events.VerifiedLevel;
import io.fuselink.jobs.AnAssessment;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.order.StepHarness;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of a number when nobody but its token was named. */
class DescribeNumbersTest {
    private static final String NUMBER = "number";

    private StepHarness<NumberNews, Assessment> step;

    @BeforeEach
    void openStep() throws Exception {
        step = StepHarness.of(new DescribeNumbers(), NumberNews.class, NumberNews::numberTk);
    }

    @AfterEach
    void closeStep() throws Exception {
        step.close();
    }

    @Test
    void whatItsCallsAndItsRegistrationToldIsSaidOfIt() throws Exception {
        registered(1, "carrier-one", NOON - DAY);
        called(NumberClass.MVNO, "44", "lease-7", NOON);

        assertThat(assessed(NOON + HOUR))
                .returns("carrier-one", Assessment::carrier)
                .returns(NumberClass.MVNO, Assessment::numberClass)
                .returns("44", Assessment::province)
                .returns("lease-7", Assessment::leaseKey);
    }

    @Test
    void whatHappenedAtTheSameTimeIsKnownFirst() throws Exception {
        step.tell(NumberNews.assessed(AnAssessment.of(2, NUMBER, NOON, "rule", null)));
        called(NumberClass.MOBILE, "31", null, NOON);
        step.until(NOON + 1);

        assertThat(step.told()).singleElement().returns("31", Assessment::province);
    }

    @Test
    void ofANumberNobodyHasHeardOfNothingIsSaid() throws Exception {
        assertThat(assessed(NOON))
                .returns(null, Assessment::carrier)
                .returns(null, Assessment::province)
                .returns(null, Assessment::numberClass);
    }

    @Test
    void theNextHolderDoesNotInheritTheLease() throws Exception {
        registered(1, "carrier-one", NOON - DAY);
        called(NumberClass.MOBILE, "44", "lease-7", NOON);
        registered(2, "carrier-two", NOON + HOUR);

        assertThat(assessed(NOON + 2 * HOUR))
                .returns("carrier-two", Assessment::carrier)
                .returns("44", Assessment::province)
                .returns(null, Assessment::leaseKey);
    }

    @Test
    void nothingIsKeptOfANumberThatWasNotHeardOfForSoLong() throws Exception {
        called(NumberClass.MOBILE, "44", null, NOON);
        step.until(NOON + DAY);
        assertThat(step.remembered()).isPositive();

        for (var day = 2; day < 404; day++) {
            step.until(NOON + day * DAY);
        }
        assertThat(step.remembered()).isZero();
    }

    private void registered(int epoch, String carrier, long at) throws Exception {
        var body =
                new Registration(
                        NUMBER,
                        TenureChange.OPENED,
                        epoch,
                        "document",
                        HolderType.PERSON,
                        null,
                        at,
                        at,
                        null,
                        SalesChannel.ONLINE,
                        null,
                        VerifiedLevel.FACE,
                        1);
        step.tell(NumberNews.registered(Told.event("registration-" + epoch, at, body, carrier)));
    }

    private void called(NumberClass kind, String province, String lease, long at) throws Exception {
        step.tell(
                NumberNews.profiled(
                        new Particulars(
                                NUMBER, 1, kind, province, List.of(), null, null, null, at,
                                lease)));
    }

    private Assessment assessed(long at) throws Exception {
        step.tell(NumberNews.assessed(AnAssessment.of(2, NUMBER, at, "rule", null)));
        step.until(at + 1);
        return step.told().get(0);
    }
}
