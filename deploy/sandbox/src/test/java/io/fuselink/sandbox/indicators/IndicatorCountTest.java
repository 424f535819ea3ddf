/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fuselink.events.LedgerEntry;
import io.fuselink.events.LedgerScope;
import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures counted by hand from a day small enough to read. */
class IndicatorCountTest {
    private static final long DAY = 1_767_225_600_000L;
    private static final long NINE = DAY + 9 * 3_600_000;
    private static final long MINUTE = 60_000;

    @TempDir private Path folder;
    private List<LedgerEntry> entries;

    /** Four bindings, two lessees; three decisions of which one is fraud, one wrong, one a police order. */
    @BeforeEach
    void tellADay() throws IOException {
        tell(
                "owners",
                header("o1", "CARRIER")
                        + "\"scope_type\":\"POOL\",\"scope\":\"pool-a\",\"carrier\":\"north\",\"platform\":\"hub\",\"lessee\":\"acme\",\"qualified\":true,\"valid_from\":1,\"valid_to\":0}");
        binding("b1", "NUMBER_PROTECTION", "01", "pool-a", NINE);
        binding("b2", "NUMBER_PROTECTION", "01", "pool-a", NINE + MINUTE);
        binding("b2", "NUMBER_PROTECTION", "01", "pool-a", NINE + MINUTE);
        binding("b3", "MOBILE", "02", "pool-a", NINE);
        binding("b4", "NUMBER_PROTECTION", "03", "pool-b", NINE);
        binding("yesterday", "MOBILE", "04", "pool-a", DAY - 1);
        tell(
                "reports",
                header("r1", "COMPLAINT_CENTRE")
                        + "\"channel\":\"C12321\",\"reporter_tk\":\""
                        + tk("aa")
                        + "\",\"target_tk\":\""
                        + tk("bb")
                        + "\",\"call_time\":"
                        + NINE
                        + ",\"duration_s\":60,\"category\":\"FRAUD\",\"attachments\":true}");

        bundle("fraud", "acme", false, "f1");
        finding("f1", "CONTENT", "\"call_id\":\"c1\",", NINE, NINE + 5 * MINUTE);
        leg(
                "fraud",
                "l1",
                "BLOCK",
                "north",
                NINE + 6 * MINUTE,
                NINE + 8 * MINUTE,
                "EFFECTIVE",
                0,
                false);
        leg("fraud", "l2", "TAG", "tags", NINE + 6 * MINUTE, 0, "ISSUED", 0, true);
        decision("d1", "fraud", "CONFIRM_FRAUD", NINE + 60 * MINUTE);

        bundle("wrong", "acme", false, "f2");
        finding("f2", "BEHAVIOUR", "", NINE, NINE + 5 * MINUTE);
        leg(
                "wrong",
                "l3",
                "THROTTLE",
                "hub",
                NINE + 6 * MINUTE,
                NINE + 10 * MINUTE,
                "LIFTED",
                NINE + 33 * MINUTE,
                false);
        tell(
                "appeals",
                header("p1", "JOINT_CENTRE")
                        + "\"appeal_id\":\"p1\",\"bundle_id\":\"wrong\",\"subject_tk\":\""
                        + tk("cc")
                        + "\",\"channel\":\"hotline\",\"filed_at\":"
                        + (NINE + 20 * MINUTE)
                        + "}");
        decision("d2", "wrong", "CONFIRM_WRONG", NINE + 30 * MINUTE);

        bundle("ordered", null, true);
        leg("ordered", "l4", "BLOCK", "north", NINE, NINE + MINUTE, "EFFECTIVE", 0, false);

        call("c1", "fraud-number", "11", NINE + MINUTE, 4 * MINUTE);
        call("c2", "fraud-number", "12", NINE + 10 * MINUTE, 6 * MINUTE);
        call("c3", "fraud-number", "13", NINE + 20 * MINUTE, 0);
        call("c4", "somebody", "14", NINE, MINUTE);
        leaseFinding("pool-a", "RESALE_SPLIT");
        leaseFinding("pool-b", "LEASE_SCRIPTED");

        entries =
                IndicatorCount.of(
                        Told.ofFolders(List.of(folder)),
                        new Period(DAY, DAY + 24 * 60 * MINUTE, "pilot"),
                        Prices.ASKED);
    }

    @Test
    void fraudIsSetAgainstTheBindingsOfWhoRunsTheNumbers() {
        assertThat(all(Indicator.CONFIRMED_FRAUD))
                .extracting(LedgerEntry::count, LedgerEntry::base)
                .containsExactly(2L, 4L);
        var acme = of(Indicator.CONFIRMED_FRAUD, LedgerScope.LESSEE, "acme");
        assertThat(acme.count()).isEqualTo(1);
        assertThat(acme.base()).isEqualTo(3);
        assertThat(acme.value()).isCloseTo(33_333.33, within(0.01));
        assertThat(acme.ranked()).isFalse();
        assertThat(of(Indicator.CONFIRMED_FRAUD, LedgerScope.CARRIER, "north").base()).isEqualTo(3);
        assertThat(of(Indicator.CONFIRMED_FRAUD, LedgerScope.LESSEE, "ent-of-pool-b").base())
                .isEqualTo(1);
    }

    @Test
    void theMoveTo700IsCountedInBindingsAndWhatIsLeftInNumbers() {
        assertThat(all(Indicator.ON_700).value()).isEqualTo(75);
        assertThat(all(Indicator.LEFT_ON_OTHER_NUMBERS))
                .extracting(LedgerEntry::count, LedgerEntry::base)
                .containsExactly(1L, 3L);
    }

    @Test
    void complaintsAndTheirFriction() {
        assertThat(all(Indicator.COMPLAINTS).value()).isEqualTo(25_000);
        assertThat(all(Indicator.REPORT_FRICTION).value()).isEqualTo(2);
    }

    @Test
    void whenFraudWasCaught() {
        assertThat(all(Indicator.CAUGHT_DURING).count()).isEqualTo(1);
        assertThat(all(Indicator.CAUGHT_AFTER).count()).isEqualTo(1);
        assertThat(all(Indicator.CAUGHT_BEFORE))
                .extracting(LedgerEntry::count, LedgerEntry::base)
                .containsExactly(0L, 2L);
    }

    @Test
    void exposureRunsFromTheFirstThingSeenToTheFirstLimit() {
        assertThat(all(Indicator.EXPOSURE))
                .extracting(LedgerEntry::count, LedgerEntry::base, LedgerEntry::value)
                .containsExactly(2L, 3L, 9.0);
    }

    @Test
    void whoActsHowFastAndHowOftenTooLate() {
        assertThat(of(Indicator.TIME_TO_ACT, LedgerScope.PARTY, "north").value()).isEqualTo(90);
        assertThat(of(Indicator.TIME_TO_ACT, LedgerScope.PARTY, "tags"))
                .extracting(LedgerEntry::count, LedgerEntry::base)
                .containsExactly(0L, 1L);
        assertThat(of(Indicator.LATE_ANSWERS, LedgerScope.PARTY, "tags").value()).isEqualTo(100);
        assertThat(all(Indicator.LATE_ANSWERS).value()).isEqualTo(25);
    }

    @Test
    void wrongOnesAndTheirWayBack() {
        assertThat(all(Indicator.WRONG_BLOCKS))
                .extracting(LedgerEntry::count, LedgerEntry::base)
                .containsExactly(1L, 3L);
        assertThat(all(Indicator.APPEALS).count()).isEqualTo(1);
        assertThat(all(Indicator.TIME_TO_RESTORE))
                .extracting(LedgerEntry::count, LedgerEntry::base, LedgerEntry::value)
                .containsExactly(1L, 1L, 3.0);
    }

    @Test
    void aBlockedNumberIsOneNumberHoweverManyBlockIt() {
        assertThat(all(Indicator.LEAKS).base()).isEqualTo(1);
        assertThat(of(Indicator.LEAKS, LedgerScope.PARTY, "north").base()).isEqualTo(1);
    }

    /** An account of 40 yuan, two people on the phone for ten minutes together at 0.13 yuan. */
    @Test
    void whatAnAttackCostsAndHowLongItsNumberWasOfUse() {
        assertThat(all(Indicator.COST_PER_REACHED))
                .extracting(LedgerEntry::count, LedgerEntry::base, LedgerEntry::value)
                .containsExactly(4_130L, 2L, 20.65);
        assertThat(all(Indicator.USEFUL_LIFE))
                .extracting(LedgerEntry::count, LedgerEntry::base, LedgerEntry::value)
                .containsExactly(1L, 1L, 7.0);
    }

    @Test
    void whomAWithdrawnQualificationWouldCutOff() {
        assertThat(of(Indicator.PEOPLE_SERVED, LedgerScope.LESSEE, "acme"))
                .extracting(LedgerEntry::count, LedgerEntry::base)
                .containsExactly(1L, 3L);
    }

    @Test
    void aLeaseThatWasSoldOnIsSuspected() {
        assertThat(of(Indicator.RESALE_SUSPICION, LedgerScope.LESSEE, "acme"))
                .extracting(LedgerEntry::count, LedgerEntry::base)
                .containsExactly(1L, 1L);
        assertThat(of(Indicator.RESALE_SUSPICION, LedgerScope.LESSEE, "ent-of-pool-b").count())
                .as("words alone are no sale")
                .isZero();
    }

    @Test
    void everyFigureSaysItsPhaseAndThePeriodItIsOf() {
        assertThat(entries).allSatisfy(e -> assertThat(e.phase()).isEqualTo("pilot"));
        assertThat(entries).extracting(LedgerEntry::id).doesNotHaveDuplicates();
        assertThat(entries)
                .extracting(LedgerEntry::indicator)
                .contains(
                        Arrays.stream(Indicator.values())
                                .map(Indicator::wireName)
                                .toArray(String[]::new));
    }

    private LedgerEntry all(Indicator indicator) {
        return of(indicator, LedgerScope.ALL, null);
    }

    private LedgerEntry of(Indicator indicator, LedgerScope scope, String party) {
        return entries.stream()
                .filter(e -> e.indicator().equals(indicator.wireName()) && e.scope() == scope)
                .filter(e -> Objects.equals(e.party(), party))
                .findFirst()
                .orElseThrow();
    }

    private static String tk(String two) {
        return "ff" + two.repeat(15);
    }

    private static String header(String id, String source) {
        return header(id, source, NINE);
    }

    private static String header(String id, String source, long at) {
        return "{\"event_id\":\"%s\",\"source\":\"%s\",\"provider\":\"hub\",\"event_time\":%d,\"ingest_time\":%d,\"schema_ver\":1,"
                .formatted(id, source, at, at);
    }

    private void binding(String id, String xClass, String x, String pool, long at)
            throws IOException {
        tell(
                "bindings",
                header(id, "PLATFORM", at)
                        + "\"op\":\"BIND\",\"sub_id\":\"%s\",\"mode\":\"AXB\",\"a_tk\":\"%s\",\"x_tk\":\"%s\",\"x_class\":\"%s\",\"pool_key\":\"%s\",\"ent_id\":\"ent-of-%s\",\"purpose\":\"RIDE\",\"bind_time\":%d,\"expire_time\":%d}"
                                .formatted(
                                        id, tk("11"), tk(x), xClass, pool, pool, at, at + MINUTE));
    }

    private void bundle(String id, String lessee, boolean ordered, String... findings)
            throws IOException {
        var ids = findings.length == 0 ? "" : "\"" + String.join("\",\"", findings) + "\"";
        tell(
                "bundles",
                "{\"bundle_id\":\"%s\",\"version\":1,\"subject_type\":\"%s\",\"subject_tk\":\"%s\",\"finding_ids\":[%s],\"opened_at\":%d,\"at\":%d%s%s}"
                        .formatted(
                                id,
                                id.equals("fraud") ? "NUMBER" : "LEASE",
                                number("fraud-number"),
                                ids,
                                NINE,
                                NINE,
                                lessee == null
                                        ? ""
                                        : ",\"lessee\":\""
                                                + lessee
                                                + "\",\"carrier\":\"north\",\"platform\":\"hub\"",
                                ordered ? ",\"case_id\":\"k1\"" : ""));
    }

    private void finding(String id, String family, String more, long start, long at)
            throws IOException {
        tell(
                "findings",
                "{\"id\":\"%s\",\"family\":\"%s\",%s\"subject_type\":\"NUMBER\",\"subject_tk\":\"x\",\"window_start\":%d,\"at\":%d}"
                        .formatted(id, family, more, start, at));
    }

    private void leg(
            String bundle,
            String id,
            String action,
            String party,
            long issued,
            long effective,
            String state,
            long closed,
            boolean late)
            throws IOException {
        tell(
                "legs",
                "{\"leg_id\":\"%s\",\"bundle_id\":\"%s\",\"version\":1,\"action\":\"%s\",\"party\":\"%s\",\"target_tk\":\"x\",\"state\":\"PROPOSED\",\"issued_at\":0,\"at\":%d}"
                        .formatted(id, bundle, action, party, NINE));
        tell(
                "legs",
                "{\"leg_id\":\"%s\",\"bundle_id\":\"%s\",\"version\":2,\"action\":\"%s\",\"party\":\"%s\",\"target_tk\":\"x\",\"state\":\"%s\",\"timed_out\":%s,\"issued_at\":%d,\"effective_at\":%d,\"closed_at\":%d,\"at\":%d}"
                        .formatted(
                                id, bundle, action, party, state, late, issued, effective, closed,
                                NINE));
    }

    private void decision(String id, String bundle, String verb, long at) throws IOException {
        tell(
                "decisions",
                header(id, "JOINT_CENTRE", at)
                        + "\"decision_id\":\"%s\",\"bundle_id\":\"%s\",\"verb\":\"%s\",\"by\":\"an officer\",\"reason\":\"read\",\"at\":%d}"
                                .formatted(id, bundle, verb, at));
    }

    /** A call that is answered at once and lasts so long; one of no length is not answered. */
    private void call(String id, String from, String to, long at, long lastsMs) throws IOException {
        phase(id, "SETUP", from, to, at);
        if (lastsMs > 0) {
            phase(id, "ANSWER", from, to, at);
            phase(id, "HANGUP", from, to, at + lastsMs);
        }
    }

    private void phase(String id, String phase, String from, String to, long at)
            throws IOException {
        tell(
                "calls",
                header(id + phase, "CARRIER", at)
                        + "\"call_id\":\"%s\",\"phase\":\"%s\",\"leg\":\"DIRECT\",\"from_tk\":\"%s\",\"to_tk\":\"%s\",\"from_class\":\"MOBILE\",\"to_class\":\"MOBILE\",\"display_class\":\"MOBILE\",\"spoof_shape\":\"NONE\",\"initiator\":\"UNKNOWN\"}"
                                .formatted(id, phase, number(from), tk(to)));
    }

    private static String number(String name) {
        return tk(name.equals("fraud-number") ? "ab" : "cd");
    }

    private void leaseFinding(String lease, String code) throws IOException {
        tell(
                "findings",
                "{\"id\":\"%s\",\"family\":\"DEVICE\",\"subject_type\":\"LEASE\",\"subject_tk\":\"%s\",\"evidence\":[{\"code\":\"%s\"}],\"window_start\":%d,\"at\":%d}"
                        .formatted(code + lease, lease, code, NINE, NINE));
    }

    private void tell(String name, String line) throws IOException {
        Files.writeString(
                folder.resolve(name + ".jsonl"),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
