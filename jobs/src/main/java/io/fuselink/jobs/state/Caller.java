/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** Somebody who called a number lately; the ring in which strangers are kept. */
public final class Caller {
    public String tk;
    public long firstAt;
    public long lastAt;
    public long lastDurationMs;
    public boolean stranger;

    /** What its last call came in by, shared by few: an enterprise's trunk or a lease; 0 = nothing such. */
    public int door;

    /** The device of its last call; 0 = unknown. */
    public int device;

    /** Whether its last call showed a number in a shape no genuine number has. */
    public boolean masked;

    /** Whether it is a number of another country. */
    public boolean foreign;

    /** Whether both came in by the same door or out of the same device. */
    public boolean sharesWith(Caller other) {
        return door != 0 && door == other.door || device != 0 && device == other.device;
    }
}
