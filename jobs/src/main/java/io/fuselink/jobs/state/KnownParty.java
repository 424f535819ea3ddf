/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import java.util.ArrayList;
import java.util.List;

/** What is known of a number's holder, of a document's numbers, or of an account's telephone. */
public final class KnownParty {
    /** Numbers that one document or account is known by at most; more is the limit's business. */
    static final int MOST_NUMBERS = 64;

    /** Who the holder of the number is one with; 0 for unknown. */
    public long household;

    public List<Number> numbers = new ArrayList<>();
    public RecentIds recent = new RecentIds();
    public long lastHeard;

    /** A number of the document or account. */
    public static final class Number {
        public String tk;
        public int epoch;
        public long openedAt;
        public boolean unseen;
    }

    public void add(String tk, int epoch, long openedAt, boolean unseen) {
        remove(tk);
        if (numbers.size() == MOST_NUMBERS) {
            numbers.remove(0);
        }
        var number = new Number();
        number.tk = tk;
        number.epoch = epoch;
        number.openedAt = openedAt;
        number.unseen = unseen;
        numbers.add(number);
    }

    public void remove(String tk) {
        numbers.removeIf(number -> number.tk.equals(tk));
    }
}
