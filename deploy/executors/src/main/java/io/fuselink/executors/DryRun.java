/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

/** Does nothing and says so: the way a party begins, and the default. */
public final class DryRun implements ActionTarget {
    private static final String NOTHING_DONE = "dry-run: nothing was done";

    @Override
    public Outcome apply(Order order) {
        return Outcome.done(NOTHING_DONE);
    }

    @Override
    public Outcome lift(Order order) {
        return Outcome.done(NOTHING_DONE);
    }
}
