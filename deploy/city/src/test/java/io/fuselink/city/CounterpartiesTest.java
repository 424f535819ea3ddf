/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.Ack;
import io.fuselink.events.AckStatus;
import io.fuselink.events.Action;
import io.fuselink.events.ActionType;
import io.fuselink.events.Command;
import io.fuselink.events.Decision;
import io.fuselink.events.Event;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.PartyType;
import io.fuselink.events.TargetType;
import io.fuselink.events.Urgency;
import io.fuselink.events.Verb;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CounterpartiesTest {
    private static final Truth TRUTH = Played.STANDARD.truth;
    private static final long ISSUED = TRUTH.startMs() + 30 * Played.MINUTE_MS;
    private static final String GOIP_MEMBER =
            TRUTH.campaigns(Persona.STATIC_GOIP).get(0).members().get(3);

    private final Counterparties parties = Counterparties.of(TRUTH);

    @Test
    void thePromptCarrierActsInSecondsAndTheSlowOneBeyondEveryDeadline() {
        assertThat(parties.answer(block("leg-1", "carrier-prompt")))
                .extracting(e -> e.ack().status(), e -> e.ts() - ISSUED)
                .containsExactly(
                        tuple(AckStatus.ACKED, 5_000L), tuple(AckStatus.EFFECTIVE, 20_000L));
        var slow = parties.answer(block("leg-2", "carrier-slow"));
        assertThat(slow.get(0).ts() - ISSUED).isEqualTo(9 * Played.MINUTE_MS);
        assertThat(slow.get(1).ack().status()).isEqualTo(AckStatus.EFFECTIVE);
    }

    @Test
    void theBankRefusesSomeRequestsWithAReasonAndNeverBlocks() {
        var answers =
                IntStream.range(0, 200)
                        .mapToObj(i -> parties.answer(freeze("leg-" + i)))
                        .map(events -> events.get(events.size() - 1).ack())
                        .toList();
        var refused = answers.stream().filter(a -> a.status() == AckStatus.REJECTED).toList();

        assertThat(refused).hasSizeBetween(60, 100);
        assertThat(refused).extracting(Ack::reason).doesNotContainNull();
        assertThat(answers)
                .extracting(Ack::status)
                .containsOnly(AckStatus.REJECTED, AckStatus.EFFECTIVE);
    }

    @Test
    void aReleaseIsConfirmedByEveryPartyOfTheTopology() {
        for (var party :
                List.of(
                        "carrier-prompt",
                        "carrier-slow",
                        "bank-strict",
                        "platform-one",
                        "handset-tags",
                        "police-desk")) {
            assertThat(
                            parties.answer(
                                    action("leg-" + party, Command.LIFT, ActionType.BLOCK, party)))
                    .extracting(e -> e.ack().status())
                    .containsExactly(AckStatus.LIFTED);
        }
    }

    @Test
    void aRepeatedDeliveryIsAnsweredOnceAndAnotherRunGivesTheSameAnswer() {
        var action = block("leg-1", "carrier-prompt");
        var answer = parties.answer(action);

        assertThat(parties.answer(action)).isEmpty();
        assertThat(Counterparties.of(TRUTH).answer(action)).isEqualTo(answer);
    }

    @Test
    void theOfficerApprovesABundleOnceHoweverManyLegsWait() {
        var first = parties.onLeg(leg("leg-1", "bundle-1", LegState.PENDING_HUMAN, GOIP_MEMBER));

        assertThat(first)
                .singleElement()
                .extracting(e -> e.decision().verb())
                .isEqualTo(Verb.APPROVE);
        assertThat(first.get(0).decision().by()).isEqualTo("sandbox");
        assertThat(first.get(0).decision().legId()).isNull();
        assertThat(first.get(0).ts()).isEqualTo(ISSUED + 60_000);
        assertThat(parties.onLeg(leg("leg-2", "bundle-1", LegState.PENDING_HUMAN, GOIP_MEMBER)))
                .isEmpty();
    }

    @Test
    void oneMemberOfTheGoipAppealsAndIsHeard() {
        assertThat(parties.onLeg(leg("leg-1", "bundle-1", LegState.EFFECTIVE, "somebody")))
                .isEmpty();
        var heard = parties.onLeg(leg("leg-2", "bundle-2", LegState.EFFECTIVE, GOIP_MEMBER));

        assertThat(heard).extracting(Event::ts).containsExactly(ISSUED + 300_000, ISSUED + 900_000);
        assertThat(heard.get(0).appeal().bundleId()).isEqualTo("bundle-2");
        assertThat(heard.get(1).decision().verb()).isEqualTo(Verb.LIFT);
        assertThat(parties.onLeg(leg("leg-3", "bundle-3", LegState.EFFECTIVE, GOIP_MEMBER)))
                .isEmpty();
        assertThat(parties.onTime(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void ifNoMemberOfTheGoipWasHitTheFirstOneHitAppealsAfterThePlay() {
        parties.onLeg(leg("leg-1", "bundle-1", LegState.EFFECTIVE, "somebody"));
        parties.onLeg(leg("leg-2", "bundle-2", LegState.EFFECTIVE, "another"));

        assertThat(parties.onTime(TRUTH.endMs() - 1)).isEmpty();
        assertThat(parties.onTime(TRUTH.endMs()).get(0).appeal().bundleId()).isEqualTo("bundle-1");
        assertThat(parties.onTime(TRUTH.endMs())).isEmpty();
    }

    private static Action block(String legId, String party) {
        return action(legId, Command.APPLY, ActionType.BLOCK, party);
    }

    private static Action freeze(String legId) {
        return action(legId, Command.APPLY, ActionType.FREEZE_REQUEST, "bank-strict");
    }

    private static Action action(String legId, Command command, ActionType type, String party) {
        return new Action(
                legId,
                "bundle-of-" + legId,
                1,
                command,
                type,
                party,
                PartyType.CARRIER,
                TargetType.NUMBER,
                GOIP_MEMBER,
                3,
                "reason",
                "ground",
                ISSUED,
                ISSUED + Played.HOUR_MS,
                0,
                1,
                1,
                0,
                List.of(),
                Urgency.NORMAL);
    }

    @Test
    void whoUsesNumbersThatAreNotHisDoesNotComeToTheCounter() {
        assertThat(verified(GOIP_MEMBER).verb()).isEqualTo(Verb.REVERIFY_FAILED);
        assertThat(verified("somebody").verb()).isEqualTo(Verb.REVERIFY_PASSED);
        assertThat(verified("another").at()).isEqualTo(ISSUED + 20 * 60_000);
    }

    private Decision verified(String target) {
        var asked =
                leg(
                        ActionType.REVERIFY,
                        "leg-of-" + target,
                        "bundle-of-" + target,
                        LegState.EFFECTIVE,
                        target);
        return parties.onLeg(asked).get(0).decision();
    }

    private static Leg leg(String legId, String bundleId, LegState state, String target) {
        return leg(ActionType.BLOCK, legId, bundleId, state, target);
    }

    private static Leg leg(
            ActionType action, String legId, String bundleId, LegState state, String target) {
        return new Leg(
                legId,
                bundleId,
                1,
                action,
                "carrier-prompt",
                PartyType.CARRIER,
                TargetType.NUMBER,
                target,
                3,
                state,
                false,
                false,
                false,
                ISSUED,
                ISSUED,
                ISSUED,
                ISSUED,
                0,
                ISSUED + Played.HOUR_MS,
                ISSUED,
                "reason",
                "ground",
                "sandbox",
                null,
                ISSUED);
    }
}
