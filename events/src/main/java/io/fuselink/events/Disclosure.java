/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Who reads a reason card; each level says more than the one before. */
public enum Disclosure {
    /** Whom the action hits: what is limited, why in plain words, until when, and how to contest it. */
    SUBJECT,
    /** The clerk at a counter: also what must be checked and which rule spoke. */
    COUNTER,
    /** An analyst of the centre: also every value against its limit, the findings and the versions. */
    ANALYST,
    /** Police: also the case, the people called and what the subject is linked to. Kept apart. */
    POLICE
}
