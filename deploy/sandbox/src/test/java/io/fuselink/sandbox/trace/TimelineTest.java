/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number's life, told out of order and by many. */
class TimelineTest {
    private static final long DAY = 86_400_000;
    private static final long BEGIN = 1_772_380_800_000L;
    private static final String NUMBER = "%032x".formatted(0xabc);
    private static final String OTHER = "%032x".formatted(0xdef);

    @TempDir private Path folder;
    private int told;

    @BeforeEach
    void tellALife() throws IOException {
        legOf(NUMBER, "EFFECTIVE", 5);
        registration(NUMBER, "CLOSED", 9);
        registration(NUMBER, "OPENED", 1);
        told--; // and once more, as topics deliver
        registration(NUMBER, "OPENED", 1);
        registration(OTHER, "OPENED", 2);
        assessment(NUMBER, 2, 4);
        assessment(OTHER, 3, 4);
        owner("RANGE", "170", 0);
        owner("RANGE", "171", 0);
    }

    @Test
    void aNumberIsFollowedFromItsRangeToItsEnd() throws IOException {
        assertThat(trace("17012345678"))
                .extracting(Moment::what)
                .containsExactly(
                        "OWNER RANGE",
                        "REGISTRATION OPENED",
                        "ASSESSMENT L2",
                        "LEG EFFECTIVE",
                        "REGISTRATION CLOSED");
    }

    @Test
    void byATokenAloneNobodyKnowsWhoseRangeItIs() throws IOException {
        assertThat(trace(null)).extracting(Moment::what).doesNotContain("OWNER RANGE");
    }

    @Test
    void ofANumberNobodySpokeOfNothingIsTold() throws IOException {
        var nobody = new TracedNumber(Set.of("%032x".formatted(0x123)), null);

        assertThat(Timeline.of(Told.ofFolders(List.of(folder)), nobody, true)).isEmpty();
    }

    @Test
    void aMiddleNumberShowsItsLeaseAndWhoAnswersForIt() throws IOException {
        owner("POOL", "pool-1", 0);
        owner("POOL", "pool-2", 0);
        tell(
                "bindings",
                3,
                "\"op\":\"BIND\",\"sub_id\":\"s1\",\"mode\":\"AX\",\"a_tk\":\"%s\",\"x_tk\":\"%s\",\"x_class\":\"NUMBER_PROTECTION\",\"pool_key\":\"pool-1\",\"ent_id\":\"shop\",\"purpose\":\"EXPRESS\",\"bind_time\":%d,\"expire_time\":0}"
                        .formatted(OTHER, NUMBER, BEGIN + 3 * DAY));

        assertThat(trace(null))
                .extracting(Moment::what)
                .contains("BINDING BIND", "OWNER POOL")
                .filteredOn(what -> what.equals("OWNER POOL"))
                .hasSize(1);
    }

    private List<Moment> trace(String digits) throws IOException {
        return Timeline.of(
                Told.ofFolders(List.of(folder)), new TracedNumber(Set.of(NUMBER), digits), false);
    }

    private void registration(String number, String change, int day) throws IOException {
        tell(
                "registrations",
                day,
                "\"phone_tk\":\"%s\",\"change\":\"%s\",\"epoch\":1,\"id_doc_tk\":\"%s\",\"holder_type\":\"PERSON\",\"opened_at\":%d,\"activated_at\":0,\"channel\":\"ONLINE\",\"verified_level\":\"FACE\"}"
                        .formatted(number, change, OTHER, BEGIN + DAY));
    }

    private void owner(String type, String scope, int day) throws IOException {
        tell(
                "owners",
                day,
                "\"scope_type\":\"%s\",\"scope\":\"%s\",\"carrier\":\"north\",\"qualified\":true,\"valid_from\":%d,\"valid_to\":0}"
                        .formatted(type, scope, BEGIN + day * DAY));
    }

    private void legOf(String number, String state, int day) throws IOException {
        line(
                "legs",
                "{\"leg_id\":\"l1\",\"target_tk\":\"%s\",\"state\":\"%s\",\"at\":%d}"
                        .formatted(number, state, BEGIN + day * DAY));
    }

    private void assessment(String number, int level, int day) throws IOException {
        line(
                "assessments",
                "{\"subject_tk\":\"%s\",\"level\":%d,\"at\":%d}"
                        .formatted(number, level, BEGIN + day * DAY));
    }

    private void tell(String feed, int day, String body) throws IOException {
        var at = BEGIN + day * DAY;
        line(
                feed,
                "{\"event_id\":\"e%d\",\"source\":\"CARRIER\",\"provider\":\"north\",\"event_time\":%d,\"ingest_time\":%d,\"schema_ver\":1,"
                                .formatted(told, at, at)
                        + body);
    }

    private void line(String name, String json) throws IOException {
        told++;
        Files.writeString(
                folder.resolve(name + ".jsonl"),
                json + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
