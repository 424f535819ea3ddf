/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** Somebody who called a number lately; the ring in which strangers are kept. */
public final class Caller {
    public String tk;
    public long firstAt;
    public long lastAt;
    public long lastDurationMs;
    public boolean stranger;
}
