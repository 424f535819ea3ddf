/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs;

import io.fuselink.events.NumberClass;
import io.fuselink.events.NumberSnapshot;
import io.fuselink.events.Speech;
import io.fuselink.events.Subject;

/** What is known of a tenure at a time, for models to judge: a mobile of which only attempts and words matter. */
public final class ASnapshot {
    private ASnapshot() {}

    /**
     * @param attempts calls it tried in the 24 h before
     * @param speech what it was heard saying; null when it was not
     * @param at epoch ms
     */
    public static NumberSnapshot of(String tk, int epoch, int attempts, Speech speech, long at) {
        return new NumberSnapshot(
                Subject.number(tk, epoch),
                at,
                tk + at,
                NumberClass.MOBILE,
                1,
                1,
                attempts,
                1,
                1,
                1,
                0,
                0,
                0,
                10,
                0,
                0,
                1,
                0,
                400,
                0,
                1,
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                speech);
    }
}
