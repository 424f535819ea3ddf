/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fuselink.sandbox.leaks.LeakFigure.Verdict;
import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weeks small enough to count by hand. */
class LeakCountTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final long BEGIN = 1_772_380_800_000L;
    private static final String CROOK = tk(0xbad);

    @TempDir private Path folder;

    private final Map<String, List<String>> lines = new HashMap<>();
    private int records;

    @Test
    void aPlatformWhoseCustomersAreCalledByFraudInTheDaysAfterIsSuspected() throws IOException {
        accused(CROOK);
        people("leaky", 0, 200, 40);
        people("honest", 1_000, 200, 4);
        people("other", 2_000, 200, 4);

        var leaky = platform("leaky");
        assertThat(leaky.verdict()).isEqualTo(Verdict.LEAK_SUSPECT);
        assertThat(leaky.bound()).isEqualTo(200);
        assertThat(leaky.reached()).isEqualTo(40);
        assertThat(leaky.lift()).isCloseTo(10, within(1e-9));
        assertThat(leaky.expected()).isCloseTo(4, within(1e-9));
        assertThat(leaky.low()).isGreaterThan(1.5).isLessThan(10);
    }

    @Test
    void fraudThatCallsEverybodyAlikePointsAtNoPlatform() throws IOException {
        accused(CROOK);
        people("one", 0, 300, 40);
        people("two", 1_000, 300, 44);
        people("three", 2_000, 300, 36);

        assertThat(figures())
                .filteredOn(f -> f.scope() == LeakScope.PLATFORM)
                .extracting(LeakFigure::verdict)
                .containsOnly(Verdict.UNREMARKABLE);
    }

    @Test
    void whoSharesCustomersWithALeakIsNotSuspectedForIt() throws IOException {
        accused(CROOK);
        people("leaky", 0, 300, 60);
        // Half of its customers order here, too; its others are called like everybody.
        for (var i = 0; i < 300; i += 2) {
            binding("neighbour", person(i), BEGIN + HOUR);
        }
        people("neighbour", 1_000, 150, 10);
        people("other", 2_000, 1_000, 66);

        assertThat(platform("leaky").verdict()).isEqualTo(Verdict.LEAK_SUSPECT);
        var neighbour = platform("neighbour");
        assertThat(neighbour.verdict()).isEqualTo(Verdict.UNREMARKABLE);
        assertThat(neighbour.leftOut()).containsExactly("leaky");
        assertThat(neighbour.lift()).isCloseTo(1, within(0.05));
    }

    @Test
    void callsThatComeThroughAMiddleNumberLateOrFromOrdinaryPeopleSpeakOfNoLeak()
            throws IOException {
        accused(CROOK);
        people("quiet", 0, 100, 0);
        people("other", 1_000, 100, 20);
        for (var i = 0; i < 30; i++) {
            call(CROOK, person(i), BEGIN + 2 * HOUR, true);
            call(CROOK, person(i), BEGIN + 10 * DAY, false);
            call(tk(0xcafe), person(i), BEGIN + 2 * HOUR, false);
        }

        assertThat(platform("quiet").reached()).isZero();
    }

    @Test
    void ofFewPeopleNothingIsTold() throws IOException {
        accused(CROOK);
        people("small", 0, 9, 9);
        people("rare", 500, 100, 3);
        people("other", 1_000, 100, 20);

        assertThat(List.of(platform("small"), platform("rare")))
                .allSatisfy(
                        figure -> {
                            assertThat(figure.verdict()).isEqualTo(Verdict.SUPPRESSED);
                            assertThat(figure.bound()).isNull();
                            assertThat(figure.reached()).isNull();
                            assertThat(figure.lift()).isNull();
                        });
    }

    @Test
    void theOnlyPlatformThereIsHasNobodyToBeComparedWith() throws IOException {
        accused(CROOK);
        people("alone", 0, 100, 30);

        assertThat(platform("alone").verdict()).isEqualTo(Verdict.NO_COMPARISON);
    }

    @Test
    void oneDayIsHeldAgainstTheSameDay() throws IOException {
        accused(CROOK);
        // The campaign ran on the second day only, when most of late's customers came.
        people("early", 0, 200, 10);
        peopleOn(1, "early", 3_000, 40, 20);
        peopleOn(1, "late", 1_000, 200, 100);

        assertThat(platform("late").lift()).isCloseTo(1, within(1e-9));
        assertThat(platform("late").verdict()).isEqualTo(Verdict.UNREMARKABLE);
    }

    // ---- a week is told

    private void people(String platform, int first, int bound, int reached) {
        peopleOn(0, platform, first, bound, reached);
    }

    private void peopleOn(int day, String platform, int first, int bound, int reached) {
        var at = BEGIN + day * DAY + HOUR;
        for (var i = 0; i < bound; i++) {
            binding(platform, person(first + i), at);
            if (i < reached) {
                call(CROOK, person(first + i), at + HOUR, false);
            }
        }
    }

    private void accused(String number) {
        line(
                "assessments",
                "{\"subject_type\":\"NUMBER\",\"subject_tk\":\"%s\",\"level\":2}"
                        .formatted(number));
    }

    private void binding(String platform, String person, long at) {
        line(
                "bindings",
                header(platform, at)
                        + "\"op\":\"BIND\",\"sub_id\":\"s%d\",\"mode\":\"AX\",\"a_tk\":\"%s\",\"x_tk\":\"%s\",\"x_class\":\"NUMBER_PROTECTION\",\"pool_key\":\"pool-%s\",\"ent_id\":\"ent-%s\",\"purpose\":\"EXPRESS\",\"bind_time\":%d,\"expire_time\":0}"
                                .formatted(
                                        records,
                                        person,
                                        tk(0x700_0000L + records),
                                        platform,
                                        platform,
                                        at));
    }

    private void call(String from, String to, long at, boolean throughMiddleNumber) {
        line(
                "calls",
                header("north", at)
                        + "\"call_id\":\"c%d\",\"phase\":\"SETUP\",\"leg\":\"%s\",\"from_tk\":\"%s\",\"to_tk\":\"%s\",\"from_class\":\"MOBILE\",\"to_class\":\"MOBILE\",\"display_class\":\"MOBILE\",\"spoof_shape\":\"NONE\",%s\"initiator\":\"A\"}"
                                .formatted(
                                        records,
                                        throughMiddleNumber ? "A_TO_X" : "DIRECT",
                                        from,
                                        to,
                                        throughMiddleNumber
                                                ? "\"x_tk\":\"" + tk(0x700) + "\","
                                                : ""));
    }

    private String header(String provider, long at) {
        return "{\"event_id\":\"e%d\",\"source\":\"PLATFORM\",\"provider\":\"%s\",\"event_time\":%d,\"ingest_time\":%d,\"schema_ver\":1,"
                .formatted(records, provider, at, at);
    }

    private void line(String name, String json) {
        records++;
        lines.computeIfAbsent(name, n -> new ArrayList<>()).add(json);
    }

    private static String person(int number) {
        return tk(0x1_0000 + number);
    }

    private static String tk(long number) {
        return "%032x".formatted(number);
    }

    // ---- and counted

    private LeakFigure platform(String name) throws IOException {
        return figures().stream()
                .filter(f -> f.scope() == LeakScope.PLATFORM && f.party().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<LeakFigure> figures() throws IOException {
        for (var file : lines.entrySet()) {
            Files.write(folder.resolve(file.getKey() + ".jsonl"), file.getValue());
        }
        var told = Told.ofFolders(List.of(folder));
        var figures =
                LeakCount.of(
                        told,
                        new LeakQuestion(BEGIN, BEGIN + 14 * DAY, 72 * HOUR, 2, 10, 1.5, 50, 1));
        assertThat(told.unreadable()).isZero();
        return figures;
    }
}
