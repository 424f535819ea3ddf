/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.Assessment;
import io.fuselink.events.Bundle;
import io.fuselink.events.DeadLetter;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Disclosure;
import io.fuselink.events.EvidencePack;
import io.fuselink.events.Finding;
import io.fuselink.events.Health;
import io.fuselink.events.Ids;
import io.fuselink.events.LedgerEntry;
import io.fuselink.events.Leg;
import io.fuselink.events.Output;
import io.fuselink.events.Page;
import io.fuselink.events.Proof;
import io.fuselink.events.ReasonCard;
import io.fuselink.events.SubjectType;
import io.fuselink.events.codec.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which documents an output record becomes: its own fields under derived ids, so that copying twice
 * changes nothing. Dated indices are named from the event time, for the same reason.
 */
public final class Documents {
    private static final JsonCodec CODEC = new JsonCodec();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy.MM").withZone(ZoneOffset.UTC);

    /** Fields that hold an instant; 0 means it has not come, and 1970 must not show on a time axis. */
    private static final Pattern INSTANT = Pattern.compile("at|since|.*_(at|start|deadline)");

    /** Numbers acting as one. */
    private static final Set<SubjectType> GROUPS =
            EnumSet.of(
                    SubjectType.LEASE,
                    SubjectType.DEVICE,
                    SubjectType.TRUNK,
                    SubjectType.CELL,
                    SubjectType.PLATFORM,
                    SubjectType.CAMPAIGN);

    private static final String REJECTS = "fuselink-rejects";
    private static final long LAST_WINS = 0;

    private Documents() {}

    /** The documents that copy a record; none for what analysts read elsewhere. */
    public static List<Document> of(Record output) {
        if (output instanceof Assessment assessment) {
            return assessment(assessment);
        }
        if (output instanceof Finding finding) {
            return finding(finding);
        }
        if (output instanceof Bundle bundle) {
            return List.of(
                    new Document(
                            "fuselink-bundles",
                            bundle.bundleId(),
                            bundle.version(),
                            bundle.at(),
                            json(bundle)));
        }
        if (output instanceof Leg leg) {
            return leg(leg);
        }
        if (output instanceof Page page) {
            return List.of(
                    new Document(
                            monthly("fuselink-pages", page.at()),
                            page.id(),
                            LAST_WINS,
                            page.at(),
                            json(page)));
        }
        if (output instanceof Health health) {
            return List.of(
                    new Document(
                            health.kind().aboutModels()
                                    ? "fuselink-model-health"
                                    : "fuselink-feed-health",
                            health.id(),
                            health.at(),
                            health.at(),
                            json(health)));
        }
        if (output instanceof EvidencePack pack) {
            return List.of(
                    new Document(
                            monthly("fuselink-evidence", pack.at()),
                            pack.id(),
                            LAST_WINS,
                            pack.at(),
                            json(pack)));
        }
        if (output instanceof LedgerEntry entry) {
            return List.of(
                    new Document(
                            monthly("fuselink-ledger", entry.at()),
                            entry.id(),
                            LAST_WINS,
                            entry.at(),
                            json(entry)));
        }
        if (output instanceof ReasonCard card) {
            return List.of(card(card));
        }
        if (output instanceof Proof proof) {
            return List.of(
                    new Document(
                            monthly("fuselink-proofs", proof.at()),
                            proof.id(),
                            LAST_WINS,
                            proof.at(),
                            json(proof)));
        }
        return output instanceof DeadLetter letter ? List.of(reject(letter)) : List.of();
    }

    /** What stands in place of an output record that cannot be read. */
    public static Document unreadable(Output output, byte[] bytes, String position, long at) {
        return reject(
                DeadLetter.of(
                        null,
                        DeadLetterReason.NOT_DECODABLE,
                        "not a readable " + output.body().getSimpleName(),
                        position,
                        bytes,
                        at));
    }

    /** What stands in place of a document that Elasticsearch refuses: where it should have gone, and no payload. */
    static Document refused(Document document, String why) {
        var place = document.index() + "/" + document.id();
        var fields = fields(DeadLetter.of(null, null, why, place, document.json(), document.at()));
        fields.put("reason", "REFUSED_BY_INDEX");
        return new Document(
                monthly(REJECTS, document.at()),
                Ids.hash("refused", place, document.version()),
                LAST_WINS,
                document.at(),
                bytes(fields));
    }

    /** Whether a document is itself the note of a refusal, which must not be noted again. */
    static boolean isReject(Document document) {
        return document.index().startsWith(REJECTS);
    }

    private static List<Document> assessment(Assessment assessment) {
        var json = json(assessment);
        var documents = new ArrayList<Document>(2);
        // A linked number has no evidence of its own; its own state stands.
        if (assessment.subjectType() == SubjectType.NUMBER && assessment.linkedFrom() == null) {
            // Assessments have no running number; of two states of a tenure the later one stands.
            documents.add(
                    new Document(
                            "fuselink-numbers",
                            Ids.hash("number", assessment.subject().key()),
                            assessment.at(),
                            assessment.at(),
                            json));
        }
        if (assessment.level() >= 1) {
            documents.add(
                    new Document(
                            monthly("fuselink-alerts", assessment.at()),
                            assessment.id(),
                            LAST_WINS,
                            assessment.at(),
                            json));
        }
        return documents;
    }

    private static List<Document> finding(Finding finding) {
        return GROUPS.contains(finding.subjectType())
                ? List.of(
                        new Document(
                                "fuselink-campaigns",
                                finding.id(),
                                finding.at(),
                                finding.at(),
                                json(finding)))
                : List.of();
    }

    /**
     * The state now and its history. The leg's own version decides, not the rank of its state: each
     * change raises it, flags included, while a leg that times out or is appealed keeps its rank.
     */
    private static List<Document> leg(Leg leg) {
        var json = json(leg);
        return List.of(
                new Document("fuselink-legs", leg.legId(), leg.version(), leg.at(), json),
                new Document(
                        monthly("fuselink-breaker-events", leg.at()),
                        leg.legId() + "-" + leg.version(),
                        LAST_WINS,
                        leg.at(),
                        json));
    }

    /** What police may read lies apart from what everybody else may. */
    private static Document card(ReasonCard card) {
        var family =
                card.disclosure() == Disclosure.POLICE ? "fuselink-police-cards" : "fuselink-cards";
        return new Document(
                monthly(family, card.at()),
                Ids.hash(card.id(), card.version()),
                LAST_WINS,
                card.at(),
                json(card));
    }

    private static Document reject(DeadLetter letter) {
        return new Document(
                monthly(REJECTS, letter.at()),
                Ids.hash(
                        "reject",
                        letter.feed(),
                        letter.reason(),
                        letter.position(),
                        letter.sha256(),
                        letter.at()),
                LAST_WINS,
                letter.at(),
                bytes(fields(letter)));
    }

    private static String monthly(String family, long at) {
        return family + "-" + MONTH.format(Instant.ofEpochMilli(at));
    }

    private static byte[] json(Record record) {
        return bytes(fields(record));
    }

    private static ObjectNode fields(Record record) {
        try {
            var fields = (ObjectNode) JSON.readTree(CODEC.encodeOutput(record));
            fields.properties()
                    .removeIf(
                            field ->
                                    INSTANT.matcher(field.getKey()).matches()
                                            && field.getValue().asLong() == 0);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException("a record of ours is not JSON", e);
        }
    }

    private static byte[] bytes(ObjectNode fields) {
        try {
            return JSON.writeValueAsBytes(fields);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }
}
