/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What goes wrong on the day of a play. */
public enum Incident {
    NONE("nothing"),
    BAD_THRESHOLD(
            "people mark whoever rang them by mistake, and a third into the play a policy divides by ten how many reporters convict a number: one is enough"),
    FESTIVAL("everybody, honest or not, does everything three times as often"),
    SILENT_BIND(
            "one platform's bindings fall silent for an hour while its calls go on, and arrive together afterwards"),
    REPORT_BOMB("crews that agreed beforehand report numbers that did nothing");

    private final String sentence;

    Incident(String sentence) {
        this.sentence = sentence;
    }

    /** What happens, for people. */
    public String sentence() {
        return sentence;
    }

    /** Name on the command line, such as {@code bad-threshold}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Incident named(String wireName) {
        return Arrays.stream(values())
                .filter(incident -> incident.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "incident: "
                                                + wireName
                                                + " is not one of "
                                                + Arrays.stream(values())
                                                        .map(Incident::wireName)
                                                        .collect(Collectors.joining(", "))));
    }
}
