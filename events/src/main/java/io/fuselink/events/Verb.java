/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What a human decides about a bundle or one of its legs. */
public enum Verb {
    APPROVE,
    REJECT,
    LIFT,
    CONFIRM_FRAUD,
    CONFIRM_WRONG,
    REVERIFY_PASSED,
    REVERIFY_FAILED
}
