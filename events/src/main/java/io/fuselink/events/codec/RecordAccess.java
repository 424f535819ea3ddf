/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Takes one kind of record apart and puts it together, at the cost of code written by hand. A method
 * handle is inlined only where it is a constant of a class, so every kind of record gets a hidden copy of
 * {@link LinkedAccess} that has its two handles as constants.
 */
interface RecordAccess {
    /** The values of a record, in the order of its fields. */
    Object[] values(Record record);

    /** The record of these values. */
    Record build(Object[] values);

    /**
     * @param values takes a record and returns its values
     * @param build takes the values of a record and returns it
     */
    static RecordAccess linked(MethodHandle values, MethodHandle build)
            throws ReflectiveOperationException {
        return (RecordAccess)
                MethodHandles.lookup()
                        .defineHiddenClassWithClassData(template(), List.of(values, build), true)
                        .lookupClass()
                        .getDeclaredConstructor()
                        .newInstance();
    }

    private static byte[] template() {
        try (var in = RecordAccess.class.getResourceAsStream("LinkedAccess.class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("a class cannot be read from its own jar", e);
        }
    }
}
