/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.NumberClass;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.numbering.NumberClassifier;

/** What the called party's screen shows. */
record Presented(String display, NumberClass numberClass, SpoofShape shape) {
    static Presented truly(Phone phone) {
        return new Presented(phone.display(), phone.numberClass(), SpoofShape.NONE);
    }

    /** Somebody else's number, put on like a mask. */
    static Presented mask(String raw) {
        var read = new NumberClassifier().classify(raw);
        return new Presented(read.display(), read.numberClass(), read.spoofShape());
    }
}
