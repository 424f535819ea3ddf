/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import static io.fuselink.executors.Commands.MINUTE;
import static io.fuselink.executors.Commands.NINE;
import static io.fuselink.executors.Commands.PARTY;
import static io.fuselink.executors.Commands.block;
import static io.fuselink.executors.Commands.lift;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Action;
import io.fuselink.events.ActionType;
import io.fuselink.events.Command;
import io.fuselink.events.TargetType;
import io.fuselink.events.token.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutorTest {
    private static final long TEN_PAST = NINE + 10 * MINUTE;

    @TempDir private Path folder;
    private final FakeTarget target = new FakeTarget();
    private final List<String> answers = new ArrayList<>();
    private long now = NINE;
    private Inventory inventory;
    private Journal journal;
    private Executor executor;

    @BeforeEach
    void start() throws IOException {
        journal = Journal.open(folder.resolve("limits.journal"), now);
        executor =
                new Executor(
                        PARTY,
                        inventory,
                        target,
                        journal,
                        new Retries(3, 1_000),
                        () -> Instant.ofEpochMilli(now),
                        (action, ack) ->
                                answers.add(
                                        ack.legId()
                                                + " "
                                                + ack.status()
                                                + (ack.reason() == null
                                                        ? ""
                                                        : ": " + ack.reason())));
        executor.resume();
    }

    @AfterEach
    void stop() throws IOException {
        journal.close();
    }

    /** The process dies and another begins with what is on the disk. */
    private void restart() throws IOException {
        stop();
        target.told.clear();
        answers.clear();
        start();
        executor.work();
    }

    private void hear(Action action) {
        executor.hear(action);
        executor.work();
    }

    private void at(long time) {
        now = time;
        executor.work();
    }

    @Test
    void aBlockIsAcknowledgedPutInForceAndEndsByTheClock() {
        hear(block("leg-1", 5, TEN_PAST));
        at(TEN_PAST - 1);
        assertThat(target.told).containsExactly("apply leg-1-5-APPLY");

        at(TEN_PAST);
        assertThat(target.told).containsExactly("apply leg-1-5-APPLY", "lift leg-1-5-LIFT");
        assertThat(answers).containsExactly("leg-1 ACKED", "leg-1 EFFECTIVE", "leg-1 EXPIRED");
    }

    @Test
    void theNextEndIsWhatTheLoopWaitsFor() {
        executor.hear(block("leg-1", 5, TEN_PAST));

        assertThat(executor.work()).isEqualTo(TEN_PAST);
    }

    @Test
    void aCommandDeliveredTwiceIsDoneOnceAndAnsweredAgain() {
        hear(block("leg-1", 5, TEN_PAST));
        hear(block("leg-1", 5, TEN_PAST));

        assertThat(target.told).hasSize(1);
        assertThat(answers).containsExactly("leg-1 ACKED", "leg-1 EFFECTIVE", "leg-1 EFFECTIVE");
    }

    @Test
    void theHigherVersionWinsWhicheverComesFirst() {
        hear(lift("leg-1", 7));
        hear(block("leg-1", 5, TEN_PAST));
        assertThat(target.told).isEmpty();

        hear(block("leg-1", 9, TEN_PAST));
        hear(lift("leg-1", 8));
        assertThat(target.told).containsExactly("apply leg-1-9-APPLY");
    }

    @Test
    void aLaterVersionMovesTheEnd() {
        hear(block("leg-1", 5, TEN_PAST));
        hear(block("leg-1", 6, TEN_PAST + 10 * MINUTE));
        at(TEN_PAST);
        assertThat(target.told).containsExactly("apply leg-1-5-APPLY", "apply leg-1-6-APPLY");

        at(TEN_PAST + 10 * MINUTE);
        assertThat(target.told).last().isEqualTo("lift leg-1-6-LIFT");
    }

    @Test
    void aReleaseOfALegNeverHeardOfIsConfirmed() {
        hear(lift("leg-unknown", 3));

        assertThat(target.told).isEmpty();
        assertThat(answers).containsExactly("leg-unknown LIFTED");
    }

    @Test
    void whatIsOverBeforeItComesIsNeverApplied() {
        hear(block("leg-1", 5, NINE - 1));

        assertThat(target.told).isEmpty();
        assertThat(answers).singleElement().asString().startsWith("leg-1 EXPIRED");
    }

    @Test
    void anEndlessLimitNeedsAGroundInLaw() {
        var authority = block("leg-1", 5, 0);
        hear(authority);
        assertThat(target.told).hasSize(1);

        hear(withoutGround("leg-2"));
        assertThat(target.told).hasSize(1);
        assertThat(answers).last().asString().startsWith("leg-2 REJECTED: NO_EXPIRY");
    }

    private static Action withoutGround(String leg) {
        var a = block(leg, 5, 0);
        return new Action(
                a.legId(),
                a.bundleId(),
                a.version(),
                a.command(),
                a.action(),
                a.party(),
                a.partyType(),
                a.targetType(),
                a.targetTk(),
                a.level(),
                a.reasonCode(),
                null,
                a.issuedAt(),
                a.expiresAt(),
                a.verifyDeadline());
    }

    @Test
    void anUnclearAnswerIsTriedAgainLaterAndLater() {
        target.first.add(Outcome.unclear("HTTP 503"));
        target.first.add(Outcome.unclear("HTTP 503"));
        executor.hear(block("leg-1", 5, TEN_PAST));

        assertThat(executor.work()).isEqualTo(NINE + 1_000);
        now = NINE + 1_000;
        assertThat(executor.work()).isEqualTo(NINE + 5_000);
        at(NINE + 5_000);
        assertThat(target.told).hasSize(3).containsOnly("apply leg-1-5-APPLY");
        assertThat(answers).containsExactly("leg-1 ACKED", "leg-1 EFFECTIVE");
    }

    @Test
    void whoGaveUpStillReleasesBecauseItMayBeInForce() {
        for (var i = 0; i < 3; i++) {
            target.first.add(Outcome.unclear("no answer"));
        }
        hear(block("leg-1", 5, TEN_PAST));
        at(NINE + 1_000);
        at(NINE + 5_000);
        assertThat(answers).containsExactly("leg-1 ACKED", "leg-1 FAILED: no answer");

        at(TEN_PAST);
        assertThat(target.told).last().isEqualTo("lift leg-1-5-LIFT");
        assertThat(answers).last().isEqualTo("leg-1 EXPIRED");
    }

    @Test
    void aReleaseNeverGivesUp() {
        hear(block("leg-1", 5, TEN_PAST));
        for (var i = 0; i < 10; i++) {
            target.first.add(Outcome.unclear("no answer"));
        }
        hear(lift("leg-1", 6));
        while (!target.first.isEmpty()) {
            at(now + MINUTE);
        }
        at(now + MINUTE);

        assertThat(answers).last().isEqualTo("leg-1 LIFTED");
        assertThat(answers.stream().filter(a -> a.contains("FAILED")))
                .containsExactly("leg-1 FAILED: not released yet, still trying: no answer");
    }

    @Test
    void releasesGoBeforeLimits() {
        hear(block("leg-1", 5, TEN_PAST));
        executor.hear(block("leg-2", 5, TEN_PAST));
        executor.hear(lift("leg-1", 6));
        executor.work();

        assertThat(target.told)
                .containsExactly("apply leg-1-5-APPLY", "lift leg-1-6-LIFT", "apply leg-2-5-APPLY");
    }

    @Test
    void whatThePartysSystemRefusesIsRejectedAndNeedsNoRelease() {
        target.first.add(Outcome.refused("HTTP 422"));
        hear(block("leg-1", 5, TEN_PAST));
        at(TEN_PAST);

        assertThat(target.told).hasSize(1);
        assertThat(answers).containsExactly("leg-1 ACKED", "leg-1 REJECTED: HTTP 422");
    }

    @Test
    void aLaterVersionThatIsRefusedLeavesTheEarlierOneToBeReleased() {
        hear(block("leg-1", 5, TEN_PAST));
        target.first.add(Outcome.refused("HTTP 422"));
        hear(block("leg-1", 6, TEN_PAST));
        assertThat(answers).last().isEqualTo("leg-1 FAILED: HTTP 422");

        at(TEN_PAST);
        assertThat(target.told).last().isEqualTo("lift leg-1-6-LIFT");
    }

    @Test
    void aProbeLetsGoForAWhileAndThenPutsInForceAgain() throws IOException {
        hear(block("leg-1", 5, TEN_PAST));
        hear(Commands.probe("leg-1", 6, NINE + 2 * MINUTE, TEN_PAST));
        assertThat(target.told).containsExactly("apply leg-1-5-APPLY", "lift leg-1-6-LIFT");

        restart();
        assertThat(target.told).isEmpty();
        at(NINE + 2 * MINUTE);
        at(TEN_PAST);
        assertThat(target.told).containsExactly("apply leg-1-6-APPLY", "lift leg-1-6-LIFT");
    }

    @Test
    void aReleaseDuringAProbeIsForGood() {
        hear(block("leg-1", 5, TEN_PAST));
        hear(Commands.probe("leg-1", 6, NINE + 2 * MINUTE, TEN_PAST));
        hear(lift("leg-1", 7));
        at(TEN_PAST);

        assertThat(target.told)
                .containsExactly("apply leg-1-5-APPLY", "lift leg-1-6-LIFT", "lift leg-1-7-LIFT");
        assertThat(answers).last().isEqualTo("leg-1 LIFTED");
    }

    @Test
    void aProbeOfWhatIsNotInForceDoesNothing() {
        hear(Commands.probe("leg-1", 6, NINE + MINUTE, TEN_PAST));
        hear(block("leg-2", 5, TEN_PAST));
        hear(lift("leg-2", 6));
        hear(Commands.probe("leg-2", 7, NINE + MINUTE, TEN_PAST));
        at(NINE + MINUTE);

        assertThat(target.told).containsExactly("apply leg-2-5-APPLY", "lift leg-2-6-LIFT");
    }

    @Test
    void anotherPartysCommandIsNoneOfOurBusiness() {
        var other =
                Commands.command(
                        "leg-1", 5, Command.APPLY, ActionType.BLOCK, TargetType.NUMBER, "x", 0);
        hear(
                new Action(
                        other.legId(),
                        other.bundleId(),
                        1,
                        other.command(),
                        other.action(),
                        "carrier-south",
                        other.partyType(),
                        other.targetType(),
                        other.targetTk(),
                        3,
                        "r",
                        "g",
                        NINE,
                        TEN_PAST,
                        0));

        assertThat(answers).isEmpty();
    }

    @Test
    void afterARestartOverdueLimitsAreLiftedAtOnce() throws IOException {
        hear(block("leg-1", 5, TEN_PAST));
        now = TEN_PAST + 60 * MINUTE;
        restart();

        assertThat(target.told).containsExactly("lift leg-1-5-LIFT");
        assertThat(answers).containsExactly("leg-1 EFFECTIVE", "leg-1 EXPIRED");
    }

    @Test
    void aCrashBetweenTheJournalAndTheSwitchRepeatsTheSameOrder() throws IOException {
        executor.hear(block("leg-1", 5, TEN_PAST));
        restart();
        assertThat(target.told).containsExactly("apply leg-1-5-APPLY");

        executor.hear(lift("leg-1", 6));
        restart();
        assertThat(target.told).containsExactly("lift leg-1-6-LIFT");
        restart();
        assertThat(target.told).isEmpty();
        assertThat(answers).containsExactly("leg-1 LIFTED");
    }

    @Test
    void whereLegsAreNotKeptApartTheLastReleaseReleases() {
        target.keepsLegsApart = false;
        hear(block("leg-1", 5, TEN_PAST));
        hear(block("leg-2", 5, TEN_PAST + MINUTE));
        hear(lift("leg-1", 6));
        assertThat(answers).last().asString().startsWith("leg-1 LIFTED: released; another leg");
        assertThat(target.told).noneMatch(t -> t.startsWith("lift"));

        at(TEN_PAST + MINUTE);
        assertThat(target.told).last().isEqualTo("lift leg-2-5-LIFT");
    }

    @Test
    void aNumberOfAnotherCarrierIsNotMineAndAnEmergencyLineNobodys() throws IOException {
        var file = Files.writeString(folder.resolve("numbers"), "13912345678 # ours\n110\n");
        var tokens = Tokenizer.sandbox();
        inventory = Inventory.read(file, tokens);
        restart();
        hear(onNumber("leg-1", tokens.token("CN:M:13912345678")));
        hear(onNumber("leg-2", tokens.token("CN:M:13900000000")));
        hear(onNumber("leg-3", tokens.token("CN:S:110")));

        assertThat(answers)
                .containsExactly(
                        "leg-1 ACKED",
                        "leg-1 EFFECTIVE",
                        "leg-2 REJECTED: NOT_MINE",
                        "leg-3 REJECTED: PROTECTED: an emergency or official line");
        assertThat(target.told).containsExactly("apply leg-1-5-APPLY");
    }

    private static Action onNumber(String leg, String tk) {
        return Commands.command(
                leg, 5, Command.APPLY, ActionType.BLOCK, TargetType.NUMBER, tk, TEN_PAST);
    }
}
