/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

/** A call that was made: its id, when it was answered ({@code −1} = never) and when it ended, epoch ms. */
record Talk(String callId, Dial dial, long answeredAt, long endedAt) {
    boolean answered() {
        return answeredAt >= 0;
    }

    long lengthMs() {
        return answered() ? endedAt - answeredAt : 0;
    }
}
