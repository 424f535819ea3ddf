/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.codec.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the city knows about itself, to hold what was found against.
 *
 * @param startMs first moment of the play, epoch ms
 * @param endMs nobody acts from here on, though calls under way go on
 * @param numbers persona by token; who is not in it is an outsider
 * @param fraudNumbers tokens of all evaders, sorted
 * @param intensity how blatant the evaders are, 0–1
 * @param incident what goes wrong
 * @param tenures holders of the numbers that change hands, in the order of time
 * @param records wire records by wire name of the feed, copies and garbage included
 */
public record Truth(
        int people,
        double hours,
        long seed,
        long startMs,
        long endMs,
        Map<String, Persona> numbers,
        List<Campaign> campaigns,
        List<String> fraudNumbers,
        Map<String, Long> records,
        FaultTally faults,
        double intensity,
        Incident incident,
        List<Tenure> tenures) {
    public static final String FILE_NAME = "truth.json";

    public Persona personaOf(String tk) {
        return numbers.getOrDefault(tk, Persona.OUTSIDER);
    }

    /** Who holds a number at a moment: numbers change hands. */
    public Persona personaAt(String tk, long time) {
        return tenures.stream()
                .filter(t -> t.tk().equals(tk) && t.from() <= time && time < t.until())
                .map(Tenure::persona)
                .findFirst()
                .orElseGet(() -> personaOf(tk));
    }

    /** Who held a number in a tenure that is told of; who holds it at that moment where no epoch is known. */
    public Persona personaOf(String tk, int epoch, long time) {
        return tenures.stream()
                .filter(t -> t.tk().equals(tk) && t.epoch() == epoch)
                .map(Tenure::persona)
                .findFirst()
                .orElseGet(() -> personaAt(tk, time));
    }

    public List<Campaign> campaigns(Persona kind) {
        return campaigns.stream().filter(campaign -> campaign.kind() == kind).toList();
    }

    public void writeTo(Path file) throws IOException {
        Files.write(file, new JsonCodec().encodeOutput(this));
    }

    public static Truth readFrom(Path file) throws IOException {
        return new JsonCodec().decodeOutput(Truth.class, Files.readAllBytes(file));
    }
}
