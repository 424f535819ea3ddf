/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The scripts of the city, several variants of each kind, read from {@code scripts.tsv}. */
final class Scripts {
    static final String OPENER = "opener";
    static final String SAFE_ACCOUNT = "safe-account";
    static final String COURIER = "courier";
    static final String BANK = "bank";
    static final String PARAPHRASE = "paraphrase";
    static final String TEACHER = "teacher";
    static final String RECRUITER = "recruiter";
    static final String SERVICE = "service";
    static final String SHOP = "shop";
    static final String WEDDING = "wedding";
    static final String HOTLINE = "hotline";
    static final String LOAN = "loan";
    static final String DRIVER = "driver";
    static final String HOSPITAL = "hospital";
    static final String ADVISORY = "advisory";
    static final String FRIENDS = "friends";

    private final Map<String, List<Script>> byKind;

    private Scripts(Map<String, List<Script>> byKind) {
        this.byKind = byKind;
    }

    static Scripts load() {
        try (var in = Scripts.class.getResourceAsStream("scripts.tsv")) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("scripts.tsv: cannot be read from the jar", e);
        }
    }

    Script pick(String kind, Dice dice) {
        return dice.pick(byKind.get(kind));
    }

    private static Scripts read(InputStream in) throws IOException {
        var lines = new LinkedHashMap<String, Map<Integer, List<Script.Sentence>>>();
        var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        text.lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .forEach(
                        column ->
                                lines.computeIfAbsent(column[0], kind -> new TreeMap<>())
                                        .computeIfAbsent(
                                                Integer.valueOf(column[1]), v -> new ArrayList<>())
                                        .add(
                                                new Script.Sentence(
                                                        Channel.valueOf(column[2]), column[3])));
        var byKind = new LinkedHashMap<String, List<Script>>();
        lines.forEach(
                (kind, variants) ->
                        byKind.put(kind, variants.values().stream().map(Script::new).toList()));
        return new Scripts(byKind);
    }
}
