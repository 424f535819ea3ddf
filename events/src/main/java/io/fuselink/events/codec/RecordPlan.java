/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How one record class lies on the wire; found once by reflection, then only followed. */
final class RecordPlan {
    private static final ClassValue<RecordPlan> PLANS =
            new ClassValue<>() {
                @Override
                protected RecordPlan computeValue(Class<?> type) {
                    return new RecordPlan(type);
                }
            };

    private final Class<?> type;
    private final FieldPlan[] fields;
    private final Map<String, Integer> places = new HashMap<>();
    private final MethodHandle constructor;

    static RecordPlan of(Class<?> type) {
        return PLANS.get(type);
    }

    private RecordPlan(Class<?> type) {
        this.type = type;
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            var components = type.getRecordComponents();
            fields = new FieldPlan[components.length];
            for (var i = 0; i < components.length; i++) {
                var getter =
                        lookup.unreflect(components[i].getAccessor())
                                .asType(MethodType.methodType(Object.class, Object.class));
                fields[i] = FieldPlan.of(components[i], getter);
                places.put(fields[i].name(), i);
            }
            var types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            constructor =
                    lookup.findConstructor(type, MethodType.methodType(void.class, types))
                            .asType(MethodType.genericMethodType(types.length))
                            .asSpreader(Object[].class, types.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be planned", e);
        }
    }

    FieldPlan[] fields() {
        return fields;
    }

    /** Place of a field, null when there is none of this name. */
    Integer place(String name) {
        return places.get(name);
    }

    /** The record of these values, in the order of its fields. */
    Record build(Object[] values) {
        try {
            Object record = constructor.invokeExact(values);
            return (Record) record;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot build " + type.getSimpleName(), e);
        }
    }
}
