/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

import io.fuselink.events.PartyType;
import io.fuselink.jobs.order.Arrival;
import io.fuselink.jobs.order.InboxSettings;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the topology is built with; validated here, read nowhere else.
 *
 * @param inbox how steps deliver
 * @param parties who receives legs
 * @param cdrOnlyProviders providers whose CDRs count as attempts because they supply no E1
 * @param tailParallelism tasks of each step behind the profiles and groups, which carry a few in a
 *     hundred of the events; 0 = as many as the job has
 */
public record DetectionSettings(
        InboxSettings inbox, List<Party> parties, Set<String> cdrOnlyProviders, int tailParallelism)
        implements Serializable {

    /** Records one key may hold back before more become dead letters. */
    private static final int INBOX_CAPACITY = 20_000;

    private static final List<Party> SANDBOX_PARTIES =
            List.of(
                    new Party(PartyType.CARRIER, "carrier-prompt"),
                    new Party(PartyType.CARRIER, "carrier-slow"),
                    new Party(PartyType.BANK, "bank-strict"),
                    new Party(PartyType.PLATFORM, "platform-one"),
                    new Party(PartyType.HANDSET, "handset-tags"),
                    new Party(PartyType.POLICE, "police-desk"));

    public DetectionSettings {
        parties = List.copyOf(parties);
        cdrOnlyProviders = Set.copyOf(cdrOnlyProviders);
        for (var type : PartyType.values()) {
            if (parties.stream().noneMatch(p -> p.type() == type)) {
                throw new IllegalArgumentException(
                        "detection.parties: no party of type "
                                + type
                                + "; name at least one, such as "
                                + type
                                + ":name");
            }
        }
    }

    /** Kafka or any unbounded input: the watermark orders, no horizon. */
    public static DetectionSettings streaming() {
        return new DetectionSettings(
                new InboxSettings(Arrival.WATERMARKED, Long.MAX_VALUE, INBOX_CAPACITY),
                SANDBOX_PARTIES,
                Set.of(),
                0);
    }

    /** Files in batch mode: the runtime sorts, alarms end at the horizon. */
    public static DetectionSettings batch(long horizon) {
        return streaming().arriving(Arrival.SORTED).until(horizon);
    }

    public DetectionSettings arriving(Arrival arrival) {
        return new DetectionSettings(
                new InboxSettings(
                        arrival,
                        inbox.horizon(),
                        arrival == Arrival.SORTED ? Integer.MAX_VALUE : inbox.capacity()),
                parties,
                cdrOnlyProviders,
                tailParallelism);
    }

    public DetectionSettings until(long horizon) {
        return new DetectionSettings(
                new InboxSettings(inbox.arrival(), horizon, inbox.capacity()),
                parties,
                cdrOnlyProviders,
                tailParallelism);
    }

    /**
     * These settings with the values of a configuration file: {@code parties} as
     * {@code TYPE:name,TYPE:name}, {@code cdr-only-providers} as names, {@code tail-parallelism}
     * as a number.
     */
    public DetectionSettings with(Map<String, String> options) {
        var chosenParties = parties;
        var chosenProviders = cdrOnlyProviders;
        var chosenTail = tailParallelism;
        for (var option : options.entrySet()) {
            switch (option.getKey()) {
                case "parties" -> chosenParties = parties(option.getValue());
                case "cdr-only-providers" ->
                        chosenProviders = Set.copyOf(List.of(option.getValue().split(",", -1)));
                case "tail-parallelism" -> chosenTail = tasks(option.getValue());
                default ->
                        throw new IllegalArgumentException(
                                "detection."
                                        + option.getKey()
                                        + ": no such option; known are parties, cdr-only-providers, tail-parallelism");
            }
        }
        return new DetectionSettings(inbox, chosenParties, chosenProviders, chosenTail);
    }

    private static int tasks(String number) {
        if (!number.matches("\\d{1,4}")) {
            throw new IllegalArgumentException(
                    "detection.tail-parallelism: '"
                            + number
                            + "' is not a number of tasks; 0 means as many as the job has");
        }
        return Integer.parseInt(number);
    }

    private static List<Party> parties(String list) {
        return List.of(list.split(",", -1)).stream().map(DetectionSettings::party).toList();
    }

    private static Party party(String typeAndName) {
        var colon = typeAndName.indexOf(':');
        try {
            return new Party(
                    PartyType.valueOf(typeAndName.substring(0, colon).strip()),
                    typeAndName.substring(colon + 1).strip());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "detection.parties: '"
                            + typeAndName
                            + "' is not TYPE:name with a TYPE of "
                            + List.of(PartyType.values()),
                    e);
        }
    }

    public List<Party> parties(PartyType type) {
        return parties.stream().filter(p -> p.type() == type).toList();
    }
}
