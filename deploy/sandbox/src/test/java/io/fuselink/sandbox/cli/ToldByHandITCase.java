/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.Feed;
import io.fuselink.events.Instruction;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PushTarget;
import io.fuselink.events.ReportCategory;
import io.fuselink.events.TargetType;
import io.fuselink.events.Verb;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.RunningSandbox;
import io.fuselink.sandbox.Servers;
import io.fuselink.sandbox.TemporaryDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldByHandITCase {

    private static final String BUNDLE = "0123456789abcdef0123456789abcdef";
    private static final String LEG = "fedcba9876543210fedcba9876543210";
    private static final Instant NINE_IN_THE_CITY = Instant.parse("2026-03-02T01:00:00Z");
    private static final String KAFKA = Servers.kafka().bootstrapServers();
    private static final String CALLER = Tokenizer.sandbox().token("CN:M:13900139000");
    private static final String CALLEE = Tokenizer.sandbox().token("CN:M:13800138000");

    @TempDir private Path temporary;
    private TemporaryDirectory elsewhere;
    private FeedTopics topics;

    @BeforeEach
    void openTheTopics() {
        elsewhere = TemporaryDirectory.of(temporary);
        topics = FeedTopics.create();
    }

    @AfterEach
    void closeThem() {
        topics.close();
        elsewhere.close();
    }

    @Test
    void aDecisionArrives() {
        var before = System.currentTimeMillis();

        var run =
                run(
                        "decide lift "
                                + BUNDLE
                                + " --leg "
                                + LEG
                                + " --by wang --reason mistaken --kafka "
                                + KAFKA);

        var event = topics.only(Feed.DECISIONS);
        assertThat(run.out())
                .contains(event.header().eventId())
                .contains("fuselink.decisions.v1 at " + KAFKA);
        assertThat(event.decision())
                .satisfies(
                        decision -> {
                            assertThat(decision.bundleId()).isEqualTo(BUNDLE);
                            assertThat(decision.legId()).isEqualTo(LEG);
                            assertThat(decision.verb()).isEqualTo(Verb.LIFT);
                            assertThat(decision.by()).isEqualTo("wang");
                            assertThat(decision.reason()).isEqualTo("mistaken");
                        });
        assertThat(event.ts()).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void aPushArrivesWithAllItsTargets() {
        var run =
                run(
                        "push --target 13900139000 "
                                + CALLEE
                                + " --case case-1 --authority 440100 --instruction block --legal-basis law --seal s1 --hours 2 --sandbox-key --kafka "
                                + KAFKA);

        var push = topics.only(Feed.CASES).push();
        assertThat(push.instruction()).isEqualTo(Instruction.BLOCK);
        assertThat(push.expiresAt()).isEqualTo(push.issuedAt() + 7_200_000);
        assertThat(push.targets())
                .containsExactly(
                        new PushTarget(TargetType.NUMBER, CALLER, null, NumberClass.MOBILE),
                        new PushTarget(TargetType.NUMBER, CALLEE, null));
        assertThat(run.out())
                .contains(BreakerNews.caseBundle("case-1", CALLER))
                .contains(BreakerNews.caseBundle("case-1", CALLEE));
    }

    @Test
    void aReportSaidTwiceIsOneReport() {
        var report =
                "report --reporter 13800138000 --target 13900139000 --category fraud --call-time 2026-03-02T09:00:00+08:00 --sandbox-key --kafka "
                        + KAFKA;

        run(report);
        run(report);

        var events = topics.read(Feed.REPORTS, 2);
        assertThat(events)
                .extracting(event -> event.header().eventId())
                .containsOnly(events.get(0).header().eventId());
        assertThat(events.get(0).report().reporterTk()).isEqualTo(CALLEE);
        assertThat(events.get(0).report().targetTk()).isEqualTo(CALLER);
        assertThat(events.get(0).report().callTime()).isEqualTo(NINE_IN_THE_CITY.toEpochMilli());
        assertThat(events.get(0).report().category()).isEqualTo(ReportCategory.FRAUD);
    }

    @Test
    void aPolicyArrivesAndTheNextMustBeNews() throws Exception {
        var file = temporary.resolve("policy.json");
        Files.writeString(
                file, "{\"version\": 7, \"by\": \"wang\", \"limits\": {\"s01_attempts_1h\": 60}}");

        run("publish-policy " + file + " --kafka " + KAFKA);
        var again = Run.of("publish-policy", file.toString(), "--kafka", KAFKA);

        var policy = topics.only(Feed.POLICY).policy();
        assertThat(policy.version()).isEqualTo(7);
        assertThat(policy.limits()).containsEntry("s01_attempts_1h", 60.0);
        assertThat(policy.validFrom()).isGreaterThan(policy.publishedAt() + 3_000);
        assertThat(again.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(again.err())
                .hasLineCount(1)
                .contains("version 7 is not news")
                .contains("take 8");
    }

    @Test
    void aRunningSandboxIsFoundAndToldInItsOwnTimeAndKey() {
        standingCity().write();

        run(
                "report --reporter 13800138000 --target 13900139000 --category fraud --call-time 2026-03-02T01:00:00Z");
        run("decide approve " + BUNDLE + " --by wang --reason seen --kafka " + KAFKA);

        assertThat(topics.only(Feed.REPORTS).ts()).isEqualTo(NINE_IN_THE_CITY.toEpochMilli());
        assertThat(topics.only(Feed.REPORTS).report().targetTk()).isEqualTo(CALLER);
        assertThat(topics.only(Feed.DECISIONS).ts()).isEqualTo(NINE_IN_THE_CITY.toEpochMilli());
    }

    @Test
    void aRecordedCityIsToldAtTheTimeTheOperatorGives() {
        run(
                "decide approve "
                        + BUNDLE
                        + " --by wang --reason seen --at 2026-03-02T09:00:00+08:00 --kafka "
                        + KAFKA);

        assertThat(topics.only(Feed.DECISIONS).ts()).isEqualTo(NINE_IN_THE_CITY.toEpochMilli());
    }

    @Test
    void aCityPlaysIntoTheTopics() {
        var run = run("city --people 50 --hours 1 --speed 0 --create-topics --kafka " + KAFKA);

        var calls = topics.count(Feed.CALLS);
        assertThat(calls).isPositive();
        assertThat(run.out()).contains(" calls").contains("in the topics of " + KAFKA);
    }

    @Test
    void missingTopicsAreNamed() {
        topics.close();

        var run = Run.of("city", "--kafka", KAFKA);

        assertThat(run.exit()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("--kafka " + KAFKA + " has no topic")
                .contains("fuselink.calls.v1");
    }

    /** At speed 0 the clock of a city stands. */
    private static RunningSandbox standingCity() {
        return RunningSandbox.here(KAFKA, "", "", NINE_IN_THE_CITY.toEpochMilli(), 0, 0);
    }

    private static Run run(String commandLine) {
        var run = Run.of(commandLine.split(" ", -1));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCodes.OK);
        return run;
    }
}
