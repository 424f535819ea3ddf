/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static io.fuselink.jobs.Told.DAY;
import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fuselink.events.DeviceClass;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final String CANTON = "ws0e7";
    private static final String NEXT_STREET = "ws0e5";
    private static final String SHANGHAI = "wtw3s";

    private final Whereabouts where = new Whereabouts();

    @Test
    void fromCantonToShanghaiItIsTwelveHundredKilometres() {
        assertThat(Geohash.kilometres(CANTON, SHANGHAI)).isCloseTo(1_215, within(25.0));
        assertThat(Geohash.kilometres(CANTON, NEXT_STREET)).isLessThan(15);
        assertThat(Geohash.kilometres(CANTON, "ail")).isZero();
    }

    @Test
    void whoIsInCantonAndAnHourLaterInShanghaiDidNotTakeTheTrain() {
        where.inArea(CANTON, NOON);
        where.inArea(SHANGHAI, NOON + HOUR);
        assertThat(where.fastestKmh(NOON + HOUR)).as("not yet, it may be the radio").isZero();

        where.inArea(SHANGHAI, NOON + 70 * MINUTE);

        assertThat(where.fastestKmh(NOON + 70 * MINUTE)).isGreaterThan(1_100);
    }

    @Test
    void aCellFarOffThatItIsHeardInOnceIsNoJourney() {
        where.inArea(CANTON, NOON);
        where.inArea(SHANGHAI, NOON + 2 * MINUTE);
        where.inArea(CANTON, NOON + 3 * MINUTE);
        where.inArea(CANTON, NOON + 9 * MINUTE);

        assertThat(where.fastestKmh(NOON + 9 * MINUTE)).isZero();
    }

    @Test
    void theTrainAndTheAirlinerStayBelow() {
        where.inArea(CANTON, NOON);
        where.inArea(SHANGHAI, NOON + 7 * HOUR);
        assertThat(where.fastestKmh).isBetween(150, 200);

        where.inArea(CANTON, NOON + 7 * HOUR + 100 * MINUTE);
        assertThat(where.fastestKmh).isLessThan(900);
    }

    @Test
    void radioThatFlickersBetweenTwoCellsIsNoMove() {
        where.inArea(CANTON, NOON);
        where.inArea(SHANGHAI, NOON + 9 * HOUR);
        where.inArea(CANTON, NOON + 9 * HOUR + MINUTE);

        assertThat(where.fastestKmh).isLessThan(200);
    }

    @Test
    void whoTalksInOneCityCannotDialInAnother() {
        where.callsFrom(1, false, CANTON, NOON);
        where.inArea(CANTON, NOON);
        where.callsFrom(2, false, SHANGHAI, NOON + MINUTE);
        assertThat(where.twiceAt).as("it does not talk").isZero();

        where.callsFrom(3, true, SHANGHAI, NOON + 2 * MINUTE);
        assertThat(where.twiceAt).isEqualTo(NOON + 2 * MINUTE);
    }

    @Test
    void theWatchThatSharesTheNumberAndTheRepairShopAreNear() {
        where.callsFrom(1, false, CANTON, NOON);
        where.inArea(CANTON, NOON);

        where.callsFrom(2, true, NEXT_STREET, NOON + MINUTE);
        where.callsFrom(1, true, null, NOON + 2 * MINUTE);

        assertThat(where.twiceAt).isZero();
    }

    @Test
    void aSleeperWakesWhereItIsSeenAgain() {
        where.seated(DeviceClass.HANDSET, NOON - 700 * DAY, NOON - 40 * DAY, NOON);
        assertThat(where.wokeAt).isZero();

        where.seated(DeviceClass.HANDSET, NOON + HOUR, NOON + HOUR, NOON + HOUR);

        assertThat(where.wokeAt).isEqualTo(NOON + HOUR);
        assertThat(where.sleptMs).isEqualTo(40 * DAY + HOUR);
        assertThat(where.wokeInNewDevice).isTrue();
    }
}
