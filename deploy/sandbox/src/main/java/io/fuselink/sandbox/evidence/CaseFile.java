/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.Retention;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All that was told about one bundle, gathered record by record in whatever order it is read. */
final class CaseFile {
    private static final List<String> OF_THE_CASE =
            List.of(
                    "bundle_id",
                    "episode_id",
                    "case_id",
                    "subject_type",
                    "subject_tk",
                    "epoch",
                    "opened_at",
                    "reason_code",
                    "legal_basis",
                    "carrier",
                    "platform",
                    "lessee");

    /** Before everything that has a time. */
    private static final long FIRST = Long.MIN_VALUE;

    /** A level that limits somebody. */
    private static final int LIMITS = 2;

    private final String softwareVersion;
    private final Set<Entry> entries = new LinkedHashSet<>();
    private final Set<String> findingIds = new TreeSet<>();
    private final Set<String> policies = new TreeSet<>();
    private final Set<String> lexicons = new TreeSet<>();
    private final Set<String> models = new TreeSet<>();
    private ObjectNode latest;
    private int highestLevel;
    private boolean ordered;
    private boolean contested;

    CaseFile(String softwareVersion) {
        this.softwareVersion = softwareVersion;
    }

    void bundle(ObjectNode bundle) {
        if (latest == null || bundle.path("version").asInt() >= latest.path("version").asInt()) {
            latest = bundle;
        }
        highestLevel = Math.max(highestLevel, bundle.path("level").asInt());
        ordered |= bundle.hasNonNull("case_id");
        findings(bundle);
        versions(bundle);
        add(RecordKind.BUNDLE, bundle, bundle.path("at").asLong());
    }

    void assessment(ObjectNode assessment) {
        findings(assessment);
        versions(assessment);
        add(RecordKind.ASSESSMENT, assessment, assessment.path("at").asLong());
    }

    /** A finding, the events it rests on, and what the model saw where it was a model's. */
    void finding(ObjectNode finding) {
        var at = finding.path("at").asLong();
        versions(finding);
        add(RecordKind.FINDING, finding, at);
        var features = CanonicalJson.object();
        for (var line : finding.path("evidence")) {
            for (var eventId : line.path("event_ids")) {
                var reference = CanonicalJson.object();
                reference.set("event_id", eventId);
                reference.set("finding_id", finding.get("id"));
                reference.set("signal_id", line.path("signal_id"));
                add(RecordKind.EVENT_REF, reference, line.path("at").asLong(at));
            }
            features.set(line.path("code").asText(), line.path("value"));
        }
        if (finding.hasNonNull("model_version")) {
            var seen = CanonicalJson.object();
            seen.set("finding_id", finding.get("id"));
            seen.set("model_version", finding.get("model_version"));
            seen.set("score", finding.path("score"));
            seen.set("features", features);
            add(RecordKind.FEATURES, seen, at);
        }
    }

    /** Anything else that names the bundle or its case. */
    void add(RecordKind kind, ObjectNode body, long at) {
        contested |= kind == RecordKind.APPEAL;
        ordered |= kind == RecordKind.ORDER;
        entries.add(new Entry(at, kind, body));
    }

    private void findings(JsonNode from) {
        from.path("finding_ids").forEach(id -> findingIds.add(id.asText()));
    }

    private void versions(JsonNode from) {
        put(policies, from.path("policy_version"));
        put(lexicons, from.path("lexicon_version"));
        put(models, from.path("model_version"));
    }

    private static void put(Set<String> versions, JsonNode version) {
        if (!version.isMissingNode() && !version.isNull()) {
            versions.add(version.asText());
        }
    }

    Set<String> findingIds() {
        return findingIds;
    }

    /** The bundle as it was told last; null when it was not. */
    ObjectNode latest() {
        return latest;
    }

    int level() {
        return highestLevel;
    }

    /** Event time of what was told last, epoch ms. */
    long end() {
        return entries.stream().mapToLong(Entry::at).max().orElse(0);
    }

    Retention retention() {
        if (ordered || contested) {
            return Retention.YEARS_3;
        }
        return highestLevel >= LIMITS ? Retention.YEARS_2 : Retention.MONTHS_6;
    }

    /** The records of the pack, in the one order they have. */
    List<Entry> entries() {
        var all = new ArrayList<>(entries);
        var about = CanonicalJson.object();
        for (var name : OF_THE_CASE) {
            if (latest.hasNonNull(name)) {
                about.set(name, latest.get(name));
            }
        }
        all.add(new Entry(FIRST, RecordKind.CASE, about));
        all.add(new Entry(FIRST, RecordKind.VERSIONS, inForce()));
        all.sort(Entry.ORDER);
        return all;
    }

    private ObjectNode inForce() {
        var versions = CanonicalJson.object();
        versions.put("software", softwareVersion);
        policies.forEach(versions.putArray("policy")::add);
        lexicons.forEach(versions.putArray("lexicon")::add);
        models.forEach(versions.putArray("model")::add);
        return versions;
    }
}
