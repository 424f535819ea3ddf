/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PolicyVersion;
import io.fuselink.events.Source;
import java.util.Map;

/** Publishes one bad policy: somebody slipped by a digit in how many reporters convict, and now one is enough. */
final class PolicyOffice implements Resident {
    static final double PUBLISHES_AT = 1 / 3.0;

    private static final int VERSION = 2;
    private static final String LIMIT = "s20_reporters_24h";
    private static final double TENTH = 0.3;
    private static final long NOTICE_MS = 2 * PolicyVersion.NOTICE_MS;

    private final World world;

    PolicyOffice(World world) {
        this.world = world;
    }

    @Override
    public long act(long now) {
        var policy =
                new PolicyVersion(
                        VERSION, now + NOTICE_MS, now, "duty-officer", Map.of(LIMIT, TENTH), null);
        world.gateways.send(
                "policy-" + VERSION, Source.JOINT_CENTRE, Parties.REGISTRY, now, now, policy);
        return GONE;
    }
}
