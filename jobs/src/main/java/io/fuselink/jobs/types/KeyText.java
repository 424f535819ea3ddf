/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.types;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * The type of keys: strings, mostly tokens, written as their bytes. Flink's own form writes them character
 * by character, which was a third of what a checkpoint of a million numbers cost.
 */
public final class KeyText extends TypeInformation<String> {
    private static final long serialVersionUID = 1L;

    public static final KeyText TYPE = new KeyText();

    private KeyText() {}

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
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
    public Class<String> getTypeClass() {
        return String.class;
    }

    @Override
    public boolean isKeyType() {
        return true;
    }

    @Override
    public TypeSerializer<String> createSerializer(SerializerConfig config) {
        return KeyTextSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "KeyText";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyText;
    }

    @Override
    public int hashCode() {
        return KeyText.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof KeyText;
    }
}
