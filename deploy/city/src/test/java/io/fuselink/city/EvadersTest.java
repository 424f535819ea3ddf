/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static io.fuselink.city.Played.MINUTE_MS;
import static io.fuselink.city.Played.share;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.BindingOp;
import io.fuselink.events.Cdr;
import io.fuselink.events.Event;
import io.fuselink.events.FailClass;
import io.fuselink.events.Feed;
import io.fuselink.events.Instruction;
import io.fuselink.events.NumberClass;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvadersTest {
    private final Played city = Played.STANDARD;

    @Test
    void everyNumberOfTheRotatorIsPoliteAndTogetherTheyAreNot() {
        var rotator = city.campaign("rotator-0");

        assertThat(rotator.members()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(rotator.members())
                .allSatisfy(tk -> assertThat(city.busiestHour(tk)).isLessThanOrEqualTo(15));
        assertThat(
                        List.of(
                                city.inHour(rotator, 0),
                                city.inHour(rotator, 1),
                                city.inHour(rotator, 2)))
                .allSatisfy(calls -> assertThat(calls).isGreaterThan(250));
    }

    @Test
    void theRotatorSharesATrunkAndNoCalleeAndNobodyCallsBack() {
        var rotator = city.campaign("rotator-0");
        var calls = rotator.members().stream().flatMap(tk -> city.callsFrom(tk).stream()).toList();

        assertThat(calls.stream().map(Cdr::toTk)).doesNotHaveDuplicates();
        assertThat(calls)
                .allSatisfy(
                        c -> {
                            assertThat("TRUNK:" + c.trunkId()).isIn(rotator.groupKeys());
                            assertThat(c.fromClass()).isEqualTo(NumberClass.MVNO);
                        });
        assertThat(share(calls, Cdr::answered)).isLessThan(0.2);
        assertThat(rotator.members()).allSatisfy(tk -> assertThat(city.callsTo(tk)).isEmpty());
    }

    @Test
    void theGoipIsTwelveCardsInOneDeviceInOneCellAndHearsNothing() {
        var goip = city.campaign("goip-0");
        var events =
                city.of(Feed.CALLS).stream()
                        .map(Event::call)
                        .filter(c -> goip.members().contains(c.fromTk()))
                        .toList();

        assertThat(goip.members()).hasSize(12);
        assertThat(events.stream().map(c -> "DEVICE:" + c.imeiTk()).distinct())
                .containsExactly(goip.groupKeys().get(0));
        assertThat(events.stream().map(c -> "CELL:" + c.cellTk()).distinct())
                .containsExactly(goip.groupKeys().get(1));
        assertThat(goip.members())
                .allSatisfy(
                        tk -> {
                            assertThat(city.busiestHour(tk)).isBetween(20L, 40L);
                            assertThat(city.callsTo(tk)).isEmpty();
                        });
    }

    @Test
    void theRelayHandsAVictimFromAShortCallToALongOneWithinTheHour() {
        var relay = city.campaign("relay-0");
        assertThat(relay.victims()).hasSizeGreaterThanOrEqualTo(4);
        for (var victim : relay.victims()) {
            var calls =
                    relay.members().stream()
                            .flatMap(tk -> city.callsFrom(tk).stream())
                            .filter(c -> c.toTk().equals(victim))
                            .sorted((a, b) -> Long.compare(a.callTime(), b.callTime()))
                            .toList();
            assertThat(calls).hasSize(2);
            var first = calls.get(0);
            var second = calls.get(1);
            assertThat(first.durationMs()).isLessThan(3 * MINUTE_MS);
            assertThat(second.callTime())
                    .isBetween(first.releaseTime(), first.releaseTime() + 60 * MINUTE_MS);
            assertThat(second.durationMs()).isBetween(10 * MINUTE_MS, 25 * MINUTE_MS);
            assertThat(second.spoofShape() != SpoofShape.NONE || abroad(second)).isTrue();
            assertThat(city.saidIn(second.callId()))
                    .containsPattern("CALLER:.*安全账户")
                    .containsPattern("CALLEE:");
        }
    }

    private boolean abroad(Cdr cdr) {
        return city.of(Feed.CALLS).stream()
                .map(Event::call)
                .filter(c -> c.callId().equals(cdr.callId()))
                .allMatch(c -> c.trunkType() == TrunkType.INTL);
    }

    @Test
    void someVictimsReportAndThenThePoliceNameTheNumber() {
        var relay = city.campaign("relay-0");
        var reports =
                city.of(Feed.REPORTS).stream()
                        .filter(e -> relay.members().contains(e.report().targetTk()))
                        .toList();
        var pushes = city.of(Feed.CASES).stream().map(Event::push).toList();

        assertThat(reports.stream().map(e -> e.report().reporterTk()))
                .isSubsetOf(relay.victims())
                .hasSizeBetween(2, relay.victims().size() - 1);
        assertThat(pushes)
                .extracting(p -> p.instruction())
                .containsExactly(Instruction.BLOCK, Instruction.FREEZE);
        assertThat(pushes.get(0).targets().get(0).tk()).isIn(relay.members());
        assertThat(pushes.get(0).issuedAt()).isGreaterThan(reports.get(0).header().eventTime());
    }

    @Test
    void theUnboundCallerHasNoBindingForAnyOfHisCalls() {
        var spoofer = city.campaign("unbound-0").members().get(0);
        var calls = city.callsFrom(spoofer);

        assertThat(city.busiestHour(spoofer)).isGreaterThanOrEqualTo(5);
        assertThat(calls.stream().map(Cdr::xTk).distinct()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(calls)
                .allSatisfy(
                        c -> {
                            assertThat(c.subId()).isNull();
                            assertThat(c.failClass()).isEqualTo(FailClass.NO_BIND);
                            assertThat(city.truth.personaOf(c.xTk()))
                                    .isEqualTo(Persona.MIDDLE_NUMBER);
                        });
        var bound = new HashSet<String>();
        city.of(Feed.BINDINGS).forEach(e -> bound.add(e.binding().aTk()));
        city.of(Feed.BINDINGS).forEach(e -> bound.add(e.binding().bTk()));
        assertThat(bound).doesNotContain(spoofer);
    }

    @Test
    void theOverstayingCallerCallsForHoursThroughABindingOfMinutes() {
        var caller = city.campaign("overstaying-0").members().get(0);
        var calls = city.callsFrom(caller);
        var binding = city.bindings().get(calls.get(0).subId());
        var late =
                calls.stream()
                        .filter(c -> c.callTime() > binding.get(BindingOp.BIND).expireTime())
                        .toList();

        assertThat(binding).containsOnlyKeys(BindingOp.BIND);
        assertThat(calls.get(0).callTime()).isLessThan(binding.get(BindingOp.BIND).expireTime());
        assertThat(late).hasSizeGreaterThanOrEqualTo(5);
        assertThat(late.get(0).callTime())
                .isGreaterThan(binding.get(BindingOp.BIND).expireTime() + 60 * MINUTE_MS);
    }
}
