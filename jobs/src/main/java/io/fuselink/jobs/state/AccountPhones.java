/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** The numbers whose holders use one bank account. */
public final class AccountPhones {
    private static final int KEPT = 8;

    public List<String> phones = new ArrayList<>();
    public long lastHeard;

    public void add(String phoneTk, long at) {
        phones.remove(phoneTk);
        if (phones.size() >= KEPT) {
            phones.remove(0);
        }
        phones.add(phoneTk);
        lastHeard = Math.max(lastHeard, at);
    }
}
