/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import io.fuselink.events.GroupKind;

/** A number's attempts of the present minute inside one group, until the minute is told. */
public final class MinuteInGroup {
    public GroupKind kind;
    public String key;
    public int attempts;
    public int answered;
    public Distinct callees = new Distinct();
}
