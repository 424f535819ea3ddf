/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** What {@link RecordAccess} makes its hidden copies of; never used itself. */
final class LinkedAccess implements RecordAccess {
    private static final MethodHandle VALUES = handle(0);
    private static final MethodHandle BUILD = handle(1);

    LinkedAccess() {}

    private static MethodHandle handle(int place) {
        try {
            return MethodHandles.classDataAt(
                    MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, MethodHandle.class, place);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a class may read its own data", e);
        }
    }

    @Override
    public Object[] values(Record record) {
        try {
            return (Object[]) VALUES.invokeExact(record);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + record.getClass().getSimpleName(), e);
        }
    }

    @Override
    public Record build(Object[] values) {
        try {
            return (Record) BUILD.invokeExact(values);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot build a record", e);
        }
    }
}
