/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** A call that was set up and has not ended yet. */
public final class OpenCall {
    public long call;
    public String peerTk;
    public boolean outgoing;
    public long setupAt;
    public long answeredAt;

    /** Codes and bank messages that arrived during the call, and when the last one did. */
    public int codes;

    public long lastCodeAt;
}
