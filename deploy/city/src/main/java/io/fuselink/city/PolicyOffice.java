/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PolicyVersion;
import io.fuselink.events.Source;
import java.util.Map;

/**
 * Publishes one bad policy: somebody slipped by a digit in how many reporters convict, and now one is
 * enough. The budget in it suits a city of this size, as a duty officer would set it.
 */
final class PolicyOffice implements Resident {
    static final double PUBLISHES_AT = 1 / 3.0;

    private static final int VERSION = 2;
    private static final String LIMIT = "s20_reporters_24h";
    private static final double TENTH = 0.3;
    private static final String BUDGET = "budget_actionable_1h";
    private static final int PEOPLE_PER_EPISODE = 8;
    private static final int BUDGET_AT_LEAST = 3;
    private static final long NOTICE_MS = 2 * PolicyVersion.NOTICE_MS;

    private final World world;

    PolicyOffice(World world) {
        this.world = world;
    }

    /** What the policy says in a city of so many people. */
    static Map<String, Double> limits(int people) {
        var budget = Math.max(BUDGET_AT_LEAST, people / PEOPLE_PER_EPISODE);
        return Map.of(LIMIT, TENTH, BUDGET, (double) budget);
    }

    @Override
    public long act(long now) {
        var policy =
                new PolicyVersion(
                        VERSION,
                        now + NOTICE_MS,
                        now,
                        "duty-officer",
                        limits(world.plan.people()),
                        null);
        world.gateways.send(
                "policy-" + VERSION, Source.JOINT_CENTRE, Parties.REGISTRY, now, now, policy);
        return GONE;
    }
}
