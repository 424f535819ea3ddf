/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

/** What is wrong between records that are right one by one. */
enum Fault {
    DUPLICATE_ID_DIFFERENT_CONTENT(
            "one event_id names two facts, and only the first will count; give each fact an id of its own"),
    CALL_WITHOUT_SETUP(
            "calls ring, are answered or end that never began, so that no attempt is counted; send SETUP for every attempt, or check a file that begins earlier"),
    CALL_SET_UP_TWICE(
            "one call has two attempts and will count twice; send one SETUP per attempt, on the caller's leg"),
    CALL_PHASES_OUT_OF_ORDER(
            "a call was answered before it was dialled, or the like; check which clock writes event_time of each phase"),
    BINDING_NOT_ENDED(
            "bindings ran out, but no UNBIND or EXPIRE says so; send one for every binding, also when it ends by itself"),
    UNBIND_WITHOUT_BIND(
            "bindings change or end that were never made; send every BIND, or check a file that begins earlier"),
    BINDINGS_OVERLAP(
            "one pair is bound to one middle number twice at a time, so that a call belongs to neither for sure; end the old binding first"),
    X_UNIT_MISMATCH(
            "the managed unit of a middle number is absent, changes or is none of 700; x_unit is the first 11 digits of a 700 number and of no other"),
    CALL_OF_UNKNOWN_BINDING(
            "calls name bindings that the bindings feed does not know; check whether it is complete, for calls without a binding look like fraud"),
    CDR_CONTRADICTS_CALL(
            "a CDR and the phases of its call tell different stories; the later one will be believed"),
    CDR_CONTRADICTS_ITSELF(
            "answered, answer_time and duration_ms of a CDR do not agree; duration_ms is release_time − answer_time"),
    SEGMENT_OF_UNKNOWN_CALL(
            "words belong to calls that no call or CDR names; call_id must be that of the call"),
    SEGMENT_MISSING(
            "segments of a call are missing between others; send all, the sense of a script is in its order"),
    CLOCK_SKEW(
            "a supplier's event_time is steadily far from when it was taken; set its clock, or send without delay"),
    TIME_ZONE(
            "a supplier's times are off by whole hours: local time was read as UTC or UTC as local time (China is 8 h ahead); set time.zone of the adapter"),
    TOKEN_KEY_MIX(
            "tokens of more keys than can be live at once do not meet: the same number looks like several; use the key the centre issued");

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    /** One sentence: what it does, and what to do. */
    String meaning() {
        return meaning;
    }
}
