/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.check;

import io.fuselink.events.NumberClass;

/** The managed unit of each middle number, the same in every feed. */
final class UnitBook {
    private static final String UNITS_OF_700 = "700";

    private final Faults faults;
    private final SeenIds units = new SeenIds();

    UnitBook(Faults faults) {
        this.faults = faults;
    }

    /**
     * @param known class of the middle number, null where the record does not say
     */
    void add(String xTk, String unit, NumberClass known, String position) {
        if (xTk == null) {
            return;
        }
        if (known == NumberClass.NUMBER_PROTECTION && unit == null) {
            faults.add(Fault.X_UNIT_MISMATCH, position, "a 700 number without x_unit");
        } else if (unit != null && known != null && known != NumberClass.NUMBER_PROTECTION) {
            faults.add(Fault.X_UNIT_MISMATCH, position, "x_unit, though x_class is " + known);
        } else if (unit != null && !unit.startsWith(UNITS_OF_700)) {
            faults.add(Fault.X_UNIT_MISMATCH, position, "x_unit is none of 700");
        } else if (unit != null) {
            var before = units.note(SeenIds.id(xTk), unit.hashCode());
            if (before != null && before != unit.hashCode()) {
                faults.add(Fault.X_UNIT_MISMATCH, position, "another x_unit than before");
            }
        }
    }
}
