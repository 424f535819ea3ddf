/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.city.City;
import io.fuselink.city.CityPlan;
import io.fuselink.city.Persona;
import io.fuselink.city.Tenure;
import io.fuselink.events.ActionType;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.Leg;
import io.fuselink.events.LegState;
import io.fuselink.events.Output;
import io.fuselink.events.SubjectType;
import io.fuselink.events.codec.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a play did, held against the truth, told by hand. */
class TruthCheckTest {
    private static final City CITY = City.of(new CityPlan(120, 2, 5));

    private static final long LATER = CITY.plan().endMs();

    @TempDir private Path told;

    private final JsonCodec codec = new JsonCodec();

    @Test
    void whoHoldsABurntNumberNowIsInnocent() throws IOException {
        var heir = heirOfAPhoenix();

        told(new Deed("before", SubjectType.NUMBER, heir.tk(), heir.from() - 1));
        assertThat(check().wrongActions()).isEmpty();

        told(new Deed("after", SubjectType.NUMBER, heir.tk(), heir.from()));
        assertThat(check().wrongActions()).isEqualTo(Map.of("NEW_HOLDER", 1));
        var row = honest(Persona.NEW_HOLDER);
        assertThat(row.level()).isEqualTo(2);
        assertThat(row.actions()).isEqualTo(Map.of(ActionType.TAG, 1));
        assertThat(row.wrongActions()).isEqualTo(1);
    }

    @Test
    void whatNobodyHasSentYetHitsNobody() throws IOException {
        told(new Deed("waiting", SubjectType.NUMBER, a(Persona.COURIER), LATER).unsent());

        assertThat(check().wrongActions()).isEmpty();
        assertThat(honest(Persona.COURIER).level()).isEqualTo(2);
    }

    @Test
    void whatAnAuthorityOrdersIsNotTheSystemsJudgement() throws IOException {
        told(new Deed("ordered", SubjectType.NUMBER, a(Persona.COURIER), LATER).ordered("case-1"));

        assertThat(check().wrongActions()).isEmpty();
        assertThat(honest(Persona.COURIER).actions()).isEqualTo(Map.of(ActionType.TAG, 1));
    }

    @Test
    void aTrunkIsWhoeverCallsByIt() throws IOException {
        var rotator = CITY.truth().campaigns(Persona.POLITE_ROTATOR).get(0);
        var key = rotator.groupKeys().get(0);

        told(new Deed("theirs", SubjectType.TRUNK, key.substring(key.indexOf(':') + 1), LATER));
        assertThat(check().wrongActions()).isEmpty();

        told(
                new Deed("an office", SubjectType.TRUNK, "office", LATER)
                        .of(a(Persona.RECRUITER), rotator.members().get(0)));
        told(new Deed("nobody", SubjectType.TRUNK, "unknown", LATER));
        assertThat(check().wrongActions()).isEqualTo(Map.of("RECRUITER", 1, "TRUNK", 1));
    }

    @Test
    void aBindingStandsForWhoCalledThroughIt() throws IOException {
        told(new Deed("his", SubjectType.BINDING, "b1", LATER).by(a(Persona.NO_BINDING_SPOOFER)));
        assertThat(check().wrongActions()).isEmpty();

        told(new Deed("hers", SubjectType.BINDING, "b2", LATER).by(a(Persona.RIDER)));
        assertThat(check().wrongActions()).isEqualTo(Map.of("RIDER", 1));
    }

    @Test
    void aCampaignIsFoundAtItsHighestLevelAndTimedFromItsFirstAct() throws IOException {
        var goip = CITY.truth().campaigns(Persona.STATIC_GOIP).get(0);
        var begun = FirstActs.of(CITY).of(goip);
        assertThat(row(goip.id()).found()).isFalse();

        told(
                new Deed("deed", SubjectType.NUMBER, goip.members().get(0), begun + 600_000)
                        .by(goip.members().get(0)));

        var row = row(goip.id());
        assertThat(row.level()).isEqualTo(2);
        assertThat(row.detectors()).containsExactly("somebody");
        assertThat(row.minutesToAction()).isEqualTo(10.0);
        assertThat(check().campaignsFound()).isEqualTo(1);
        assertThat(check().campaignsProposed()).isEqualTo(1);
    }

    @Test
    void aCrewThatOnlyReportsHasNoNumbersOfFraud() {
        var bombers = CITY.truth().campaigns(Persona.REPORT_BOMBER).get(0);
        var labels = TruthLabels.of(CITY.truth());

        assertThat(bombers.members()).isNotEmpty().allMatch(tk -> labels.of(tk, 1, LATER) == null);
        assertThat(labels.of(a(Persona.STATIC_GOIP), 1, LATER).fraud()).isTrue();
        assertThat(labels.of(a(Persona.COURIER), 1, LATER).fraud()).isFalse();
    }

    @Test
    void theTablesShowTheWrongAndTheMissed() throws IOException {
        told(new Deed("wrong", SubjectType.NUMBER, a(Persona.COURIER), LATER));

        assertThat(String.join("\n", CastTables.of(check())))
                .containsPattern("COURIER +3 +2 +1  TAG 1")
                .containsPattern("fake-orders-0 +FAKE_ORDER_FARM +7 +0 +-  missed")
                .containsPattern("nothing was said of .*HOTLINE");
    }

    /** A number, or a group of them, asked to be tagged at level 2. */
    private record Deed(
            String id,
            SubjectType type,
            String tk,
            long at,
            String initiator,
            List<String> members,
            String caseId,
            boolean sent) {
        Deed(String id, SubjectType type, String tk, long at) {
            this(id, type, tk, at, null, List.of(), null, true);
        }

        Deed by(String tk) {
            return new Deed(id, type, this.tk, at, tk, members, caseId, sent);
        }

        Deed of(String... tks) {
            return new Deed(id, type, tk, at, initiator, List.of(tks), caseId, sent);
        }

        Deed ordered(String authority) {
            return new Deed(id, type, tk, at, initiator, members, authority, sent);
        }

        Deed unsent() {
            return new Deed(id, type, tk, at, initiator, members, caseId, false);
        }
    }

    private void told(Deed deed) throws IOException {
        tell(Output.ASSESSMENTS, assessment(deed));
        tell(Output.BUNDLES, bundle(deed));
        tell(Output.LEGS, leg(deed));
    }

    private void tell(Output output, Record record) throws IOException {
        Files.writeString(
                told.resolve(output.wireName() + ".jsonl"),
                new String(codec.encodeOutput(record), StandardCharsets.UTF_8) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static Assessment assessment(Deed deed) {
        return new Assessment(
                deed.id(),
                deed.type(),
                deed.tk(),
                0,
                2,
                2,
                "AB",
                0,
                List.of("somebody"),
                List.of(),
                List.of(),
                deed.id(),
                0,
                deed.at(),
                null,
                null,
                false,
                true,
                null,
                deed.caseId(),
                deed.initiator(),
                null,
                deed.members(),
                List.of(),
                List.of(),
                0,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                false);
    }

    private static Bundle bundle(Deed deed) {
        return new Bundle(
                deed.id(),
                deed.id(),
                deed.caseId(),
                1,
                deed.type(),
                deed.tk(),
                0,
                2,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                deed.at(),
                deed.at(),
                1,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                0,
                null,
                null,
                deed.at(),
                null,
                null,
                0,
                0,
                List.of(),
                null,
                null);
    }

    private static Leg leg(Deed deed) {
        return new Leg(
                deed.id(),
                deed.id(),
                1,
                ActionType.TAG,
                null,
                null,
                null,
                null,
                2,
                deed.sent() ? LegState.ISSUED : LegState.PROPOSED,
                false,
                false,
                false,
                0,
                deed.sent() ? deed.at() : 0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                deed.at());
    }

    private TruthCheck check() throws IOException {
        return TruthCheck.of(CITY, OutputRecords.ofFolder(told));
    }

    private HonestRow honest(Persona persona) throws IOException {
        return check().honest().stream()
                .filter(row -> row.persona() == persona)
                .findFirst()
                .orElseThrow();
    }

    private CampaignRow row(String campaign) throws IOException {
        return check().evaders().stream()
                .filter(row -> row.campaign().equals(campaign))
                .findFirst()
                .orElseThrow();
    }

    private static String a(Persona persona) {
        return CITY.truth().numbers().entrySet().stream()
                .filter(number -> number.getValue() == persona)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Whoever was given a number that a phoenix burnt. */
    private static Tenure heirOfAPhoenix() {
        return CITY.truth().tenures().stream()
                .filter(t -> t.persona() == Persona.NEW_HOLDER)
                .filter(t -> CITY.truth().personaAt(t.tk(), t.from() - 1) == Persona.PHOENIX)
                .findFirst()
                .orElseThrow();
    }
}
