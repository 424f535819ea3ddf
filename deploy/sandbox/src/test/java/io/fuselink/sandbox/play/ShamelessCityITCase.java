/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.city.City;
import io.fuselink.city.CityPlan;
import io.fuselink.city.Persona;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Few evaders who do not hide, among few who are easily mistaken for them: here nothing may go wrong. */
class ShamelessCityITCase {
    private static final CityPlan PLAN =
            new CityPlan(120, 2, 5)
                    .withCast(
                            Persona.COURIER,
                            Persona.HOSPITAL_LINE,
                            Persona.LAWYER,
                            Persona.ADVISORY_LINE,
                            Persona.POLITE_ROTATOR,
                            Persona.STATIC_GOIP,
                            Persona.RELAY_IMPERSONATOR,
                            Persona.NO_BINDING_SPOOFER)
                    .withIntensity(1);

    @TempDir static Path folder;

    private static TruthCheck check;

    @BeforeAll
    static void replay() throws Exception {
        var city = City.of(PLAN);
        WrittenCity.replay(city, folder.resolve("files"), folder.resolve("replayed"));
        check = TruthCheck.of(city, OutputRecords.ofFolder(folder.resolve("replayed")));
    }

    @Test
    void everyCampaignIsFound() {
        assertThat(check.evaders()).hasSize(5).allMatch(CampaignRow::found);
    }

    @Test
    void nobodyElseIsHit() {
        assertThat(check.wrongActions()).isEmpty();
        assertThat(check.honest()).isNotEmpty().allMatch(row -> row.level() < CampaignRow.ACTION);
    }
}
