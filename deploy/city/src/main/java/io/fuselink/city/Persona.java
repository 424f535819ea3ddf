/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** Who holds a number in the city; evaders are what the detectors are there to find. */
public enum Persona {
    FRIEND_AND_FAMILY(false),
    COURIER(false),
    HOSPITAL_LINE(false),
    LAWYER(false),
    GOVERNMENT_LINE(false),
    /** A bank or the anti-fraud line, warning people in the words of the fraud it warns of. */
    ADVISORY_LINE(false),
    MIDDLE_NUMBER(false),
    /** Anybody beyond the city who is only ever called. */
    OUTSIDER(false),
    POLITE_ROTATOR(true),
    STATIC_GOIP(true),
    RELAY_IMPERSONATOR(true),
    NO_BINDING_SPOOFER(true);

    private final boolean evader;

    Persona(boolean evader) {
        this.evader = evader;
    }

    public boolean evader() {
        return evader;
    }
}
