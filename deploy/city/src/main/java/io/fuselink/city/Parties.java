/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** Names of the city's institutions; the first six are the default parties of the topology. */
final class Parties {
    static final String PROMPT = "carrier-prompt";
    static final String SLOW = "carrier-slow";
    static final String BANK = "bank-strict";
    static final String PLATFORM = "platform-one";
    static final String HANDSET = "handset-tags";
    static final String POLICE = "police-desk";

    static final String REGISTRY = "joint-centre";
    static final String COMPLAINTS = "complaint-centre";

    private Parties() {}
}
