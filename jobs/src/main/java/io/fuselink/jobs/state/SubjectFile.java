/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.Assessment;
import io.fuselink.events.Finding;
import io.fuselink.events.Purpose;
import io.fuselink.events.Registration;
import io.fuselink.events.Subject;
import io.fuselink.jobs.steps.Particulars;
import io.fuselink.jobs.steps.RiskyTransfer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is held about one subject: findings of the last day, approved purposes, the level, the episode. */
public final class SubjectFile {
    private static final int FINDINGS_KEPT = 100;
    private static final int DECIDED_KEPT = 50;

    /** What acts is said again after an hour, so that whoever tries without it knows that it recurs. */
    private static final long AGAIN_MS = 3_600_000;

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

    /** What the number's profile told last, null for anything but a number or until it does. */
    public Particulars particulars;

    /** Decisions about this holder, each to be ended with the tenure. */
    public List<Decided> decided = new ArrayList<>();

    /** Until when a number whose last holder was blocked should be given to nobody. */
    public long quarantinedUntil;

    /** Cases an authority has lifted, and when. */
    public Map<String, Long> lifted = new HashMap<>();

    /** People who are about to pay with this number on the phone. */
    public List<RiskyTransfer> transfers = new ArrayList<>();

    public int lastLevel;
    public long lastSaidAt;

    /**
     * A decision about the holder.
     *
     * @param blocks whether it asks for more than a limit
     */
    public record Decided(String bundleId, boolean blocks, long at) {}

    /** Remembers a decision, once. */
    public void decided(String bundleId, boolean blocks, long at) {
        decided.removeIf(d -> d.bundleId().equals(bundleId));
        if (decided.size() >= DECIDED_KEPT) {
            decided.remove(0);
        }
        decided.add(new Decided(bundleId, blocks, at));
    }

    /** The present holder of the number whose address is given. */
    public Subject subjectOf(String address) {
        return Subject.number(address.substring(address.indexOf(':') + 1), epoch);
    }

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
        var again = assessment.episodeId() != null && assessment.at() >= lastSaidAt + AGAIN_MS;
        var changed = !said.equals(lastSaid);
        lastSaid = said;
        if (changed || again) {
            lastSaidAt = assessment.at();
        }
        return changed || again;
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
