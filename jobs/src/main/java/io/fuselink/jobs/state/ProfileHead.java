/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/**
 * The beginning of a profile as it rests in state: when the number was last active, which events and CDRs
 * it has had, and its open calls. A third of all that a number hears of changes nothing else, and for
 * that the rest of the profile is neither read nor written, only copied.
 */
public final class ProfileHead {
    public final RecentIds recentIds;
    public final CdrFingerprints settledCdrs;

    private final byte[] bytes;
    private final int end;
    private final long lastActive;

    private ProfileHead(byte[] bytes, PackReader in) {
        this.bytes = bytes;
        lastActive = in.fixed();
        recentIds = ProfileForm.recentIds(in, lastActive);
        settledCdrs = new CdrFingerprints();
        settledCdrs.seen = in.longs();
        end = in.at();
    }

    /** The head of a profile; null where it was written by a version that has none. */
    public static ProfileHead of(byte[] bytes) {
        var in = new PackReader(bytes);
        return ProfileForm.version(in) < ProfileForm.WITH_HEAD ? null : new ProfileHead(bytes, in);
    }

    /** Epoch ms. */
    public long lastActive() {
        return lastActive;
    }

    /** Whether the number has this call open that it made itself. */
    public boolean calls(String callId) {
        var call = Hashes.of(callId);
        return ProfileForm.open(new PackReader(bytes, end), lastActive).stream()
                .anyMatch(open -> open.outgoing && open.call == call);
    }

    /** The whole profile, with the ids as they are now. */
    public byte[] profile() {
        var out = PackWriter.afresh();
        ProfileForm.head(out, lastActive, recentIds, settledCdrs);
        out.rest(bytes, end);
        return out.bytes();
    }
}
