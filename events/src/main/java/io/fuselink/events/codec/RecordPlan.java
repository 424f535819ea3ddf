/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
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

    private final FieldPlan[] fields;
    private final Map<String, Integer> places = new HashMap<>();
    private final RecordAccess access;

    static RecordPlan of(Class<?> type) {
        return PLANS.get(type);
    }

    private RecordPlan(Class<?> type) {
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            var components = type.getRecordComponents();
            var getters = new MethodHandle[components.length];
            fields = new FieldPlan[components.length];
            for (var i = 0; i < components.length; i++) {
                getters[i] = lookup.unreflect(components[i].getAccessor());
                fields[i] =
                        FieldPlan.of(
                                components[i],
                                getters[i].asType(methodType(Object.class, Object.class)));
                places.put(fields[i].name(), i);
            }
            access = RecordAccess.linked(values(getters), build(lookup, type, components));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be planned", e);
        }
    }

    /** All getters on one record, gathered in an array. */
    private static MethodHandle values(MethodHandle[] getters) {
        var boxing =
                Arrays.stream(getters)
                        .map(getter -> getter.asType(methodType(Object.class, Record.class)))
                        .toArray(MethodHandle[]::new);
        var gather =
                MethodHandles.identity(Object[].class).asCollector(Object[].class, getters.length);
        return MethodHandles.permuteArguments(
                MethodHandles.filterArguments(gather, 0, boxing),
                methodType(Object[].class, Record.class),
                new int[getters.length]);
    }

    /** The constructor, its arguments taken from an array. */
    private static MethodHandle build(
            MethodHandles.Lookup lookup, Class<?> type, RecordComponent[] components)
            throws ReflectiveOperationException {
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return lookup.findConstructor(type, methodType(void.class, types))
                .asSpreader(Object[].class, types.length)
                .asType(methodType(Record.class, Object[].class));
    }

    FieldPlan[] fields() {
        return fields;
    }

    /** Place of a field, null when there is none of this name. */
    Integer place(String name) {
        return places.get(name);
    }

    /** The values of a record, in the order of its fields. */
    Object[] values(Record record) {
        return access.values(record);
    }

    /** The record of these values, in the order of its fields. */
    Record build(Object[] values) {
        return access.build(values);
    }
}
