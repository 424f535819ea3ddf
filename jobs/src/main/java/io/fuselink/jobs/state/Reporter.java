/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** Somebody who reported a number lately, and whom they called before, all hashed. */
public final class Reporter {
    /** Their number; null where only their voice counts. */
    public String tk;

    public long hash;
    public long lastAt;
    public List<Long> contacts = new ArrayList<>();

    /** Whom they are one with by document or enterprise; 0 for unknown. */
    public long household;

    boolean knows(Reporter other) {
        return household != 0 && household == other.household
                || contacts.contains(other.hash)
                || other.contacts.contains(hash);
    }
}
