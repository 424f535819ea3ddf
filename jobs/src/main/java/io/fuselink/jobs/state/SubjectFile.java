/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.Assessment;
import io.fuselink.events.Finding;
import io.fuselink.events.Purpose;
import io.fuselink.events.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is held about one subject: findings of the last day, approved purposes, the level, the episode. */
public final class SubjectFile {
    private static final int FINDINGS_KEPT = 100;

    public List<Finding> findings = new ArrayList<>();
    public List<Purpose> purposes = new ArrayList<>();
    public RecentIds recent = new RecentIds();
    public boolean official;
    public String episodeId;
    public long episodeStart;
    public long lastActionable;
    public long lastChanged;
    public String lastSaid;

    /** Whose file it is, for a number: evidence about a time before this tenure is about somebody else. */
    public int epoch = 1;

    public long heldSince;

    /** The file of the number's present holder, who inherits nothing. */
    public SubjectFile heldBy(Registration registration) {
        if (registration.epoch() <= epoch) {
            return this;
        }
        var file = new SubjectFile();
        file.recent = recent;
        file.epoch = registration.epoch();
        file.heldSince = registration.openedAt();
        return file;
    }

    /** Whether this assessment says anything the last one did not; remembers it. */
    public boolean says(Assessment assessment) {
        var said =
                String.join(
                        "|",
                        String.valueOf(assessment.level()),
                        assessment.families(),
                        String.valueOf(new TreeSet<>(assessment.detectors())),
                        String.valueOf(assessment.episodeId()),
                        String.valueOf(assessment.caseId()));
        var changed = !said.equals(lastSaid);
        lastSaid = said;
        return changed;
    }

    /** Files a finding; false when it is known already. */
    public boolean file(Finding finding, long keptMs) {
        if (findings.stream().anyMatch(f -> f.id().equals(finding.id()))) {
            return false;
        }
        findings.removeIf(f -> f.at() <= finding.at() - keptMs);
        if (findings.size() >= FINDINGS_KEPT) {
            findings.remove(0);
        }
        findings.add(finding);
        return true;
    }
}
