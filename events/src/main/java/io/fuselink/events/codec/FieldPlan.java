/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import io.fuselink.events.Privacy;
import io.fuselink.events.Wire;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.Locale;

/** One field of the wire contract: its name, shape, unit and privacy class, and how to read it off its record. */
record FieldPlan(
        String name,
        Shape shape,
        boolean optional,
        Privacy privacy,
        Unit unit,
        String meaning,
        MethodHandle getter) {

    static FieldPlan of(RecordComponent component, MethodHandle getter) {
        var name = wireName(component.getName());
        var shape = Shape.of(component.getGenericType());
        var wire = component.getAnnotation(Wire.class);
        if (wire == null) {
            return new FieldPlan(name, shape, true, Privacy.P0, Unit.NONE, "", getter);
        }
        return new FieldPlan(
                name,
                shape,
                wire.optional(),
                wire.privacy(),
                unit(name, shape, wire),
                wire.value(),
                getter);
    }

    private static Unit unit(String name, Shape shape, Wire wire) {
        if (!wire.unit().isEmpty()) {
            return Unit.of(wire.unit());
        }
        if (wire.privacy() == Privacy.P4) {
            return Unit.WORDS;
        }
        var id = shape.kind() == Shape.Kind.TEXT && (name.endsWith("_id") || name.equals("icid"));
        return id ? Unit.ID : Unit.NONE;
    }

    /** snake_case: a capital begins a word, a digit does not ({@code causeQ850} is {@code cause_q850}). */
    static String wireName(String component) {
        var name = new StringBuilder(component.length() + 8);
        for (var c : component.toCharArray()) {
            if (Character.isUpperCase(c)) {
                name.append('_');
            }
            name.append(c);
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    boolean token() {
        return unit == Unit.TOKEN;
    }

    Object valueIn(Object record) {
        try {
            return getter.invokeExact(record);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }
}
