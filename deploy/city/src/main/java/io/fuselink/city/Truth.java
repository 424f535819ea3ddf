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
        FaultTally faults) {
    public static final String FILE_NAME = "truth.json";

    public Persona personaOf(String tk) {
        return numbers.getOrDefault(tk, Persona.OUTSIDER);
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
