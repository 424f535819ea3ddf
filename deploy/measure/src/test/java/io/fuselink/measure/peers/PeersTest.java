/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.measure.peers.Happening.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All engines find the same, else comparing what they cost would say nothing. */
class PeersTest {
    private static final long MINUTE = 60_000;
    private static final String WANG = "13800138000";
    private static final String LI = "13900139000";

    static List<Peer> peers() {
        return Peer.all();
    }

    @ParameterizedTest
    @MethodSource("peers")
    void aBusyQuarterOfAnHourHasTheSameMatchesForAll(Peer peer) throws Exception {
        var happenings = Happenings.of(10_000, 50, 7);
        var expected = new Peer("the map", false, HandWritten::new).matches(happenings);

        assertThat(expected).isGreaterThan(50);
        assertThat(peer.matches(happenings)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("peers")
    void aGripWithinTenMinutesOnTheSameNumberIsAMatch(Peer peer) throws Exception {
        assertThat(found(peer, at(0, WANG, Kind.HOOK), at(9, WANG, Kind.GRIP))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("peers")
    void aGripTenMinutesLaterIsTooLate(Peer peer) throws Exception {
        assertThat(found(peer, at(0, WANG, Kind.HOOK), at(10, WANG, Kind.GRIP))).isZero();
    }

    @ParameterizedTest
    @MethodSource("peers")
    void aGripOnSomebodyElseIsNone(Peer peer) throws Exception {
        assertThat(found(peer, at(0, WANG, Kind.HOOK), at(1, LI, Kind.GRIP))).isZero();
    }

    @ParameterizedTest
    @MethodSource("peers")
    void everyHookTakesTheFirstGripAndNoOther(Peer peer) throws Exception {
        assertThat(
                        found(
                                peer,
                                at(0, WANG, Kind.HOOK),
                                at(1, WANG, Kind.HOOK),
                                at(2, WANG, Kind.OTHER),
                                at(3, WANG, Kind.GRIP),
                                at(4, WANG, Kind.GRIP)))
                .isEqualTo(2);
    }

    private static long found(Peer peer, Happening... happenings) throws Exception {
        return peer.matches(List.of(happenings));
    }

    private static Happening at(long minute, String number, Kind kind) {
        return new Happening(number, kind, 1_767_240_000_000L + minute * MINUTE, minute);
    }
}
