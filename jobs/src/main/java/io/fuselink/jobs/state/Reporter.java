/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** Somebody who reported a number lately, and whom they called before, all hashed. */
public final class Reporter {
    public long hash;
    public long lastAt;
    public List<Long> contacts = new ArrayList<>();

    boolean knows(Reporter other) {
        return contacts.contains(other.hash) || other.contacts.contains(hash);
    }
}
