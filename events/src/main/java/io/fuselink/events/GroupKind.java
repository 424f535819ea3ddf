/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What numbers may have in common, above the number. */
public enum GroupKind {
    LEASE,
    TRUNK,
    DEVICE,
    CELL;

    public SubjectType subjectType() {
        return switch (this) {
            case LEASE -> SubjectType.LEASE;
            case TRUNK -> SubjectType.TRUNK;
            case DEVICE -> SubjectType.DEVICE;
            case CELL -> SubjectType.CELL;
        };
    }
}
