/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.types;

import io.fuselink.events.codec.CompactForm;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink to carry a record of the domain in its {@link CompactForm}. */
public final class CompactType<T extends Record> extends TypeInformation<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    private CompactType(Class<T> type) {
        this.type = type;
    }

    /**
     * @throws IllegalArgumentException when a field of the record cannot travel
     */
    public static <T extends Record> CompactType<T> forRecord(Class<T> type) {
        CompactForm.require(type);
        return new CompactType<>(type);
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new CompactSerializer<>(type);
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CompactType;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompactType<?> that && type == that.type;
    }

    @Override
    public int hashCode() {
        return Objects.hash(CompactType.class, type);
    }

    @Override
    public String toString() {
        return "CompactType<" + type.getSimpleName() + ">";
    }
}
