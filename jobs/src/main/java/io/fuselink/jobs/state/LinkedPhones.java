/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** The numbers that belong to the owner of one bank account, the latest named last, at most five. */
public final class LinkedPhones {
    private static final int KEPT = 5;

    public List<String> tks = new ArrayList<>();
    public RecentIds recent = new RecentIds();
    public long lastHeard;

    public void link(String phoneTk) {
        tks.remove(phoneTk);
        if (tks.size() >= KEPT) {
            tks.remove(0);
        }
        tks.add(phoneTk);
    }
}
