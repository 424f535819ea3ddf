/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** Somebody a number called lately. */
public final class Callee {
    public long hash;
    public long lastAt;
    public boolean reached;
    public boolean calledBack;
}
