/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.types;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Length and UTF-8 of a key. */
final class KeyTextSerializer extends TypeSerializerSingleton<String> {
    private static final long serialVersionUID = 1L;

    /** In place of a length that has no room in one byte. */
    private static final int LONG = 255;

    static final KeyTextSerializer INSTANCE = new KeyTextSerializer();

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public String createInstance() {
        return "";
    }

    @Override
    public String copy(String from) {
        return from;
    }

    @Override
    public String copy(String from, String reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(String key, DataOutputView target) throws IOException {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LONG) {
            target.writeByte(bytes.length);
        } else {
            target.writeByte(LONG);
            target.writeInt(bytes.length);
        }
        target.write(bytes);
    }

    @Override
    public String deserialize(DataInputView source) throws IOException {
        var length = source.readUnsignedByte();
        var bytes = new byte[length < LONG ? length : source.readInt()];
        source.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String deserialize(String reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<String> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint remembers: that keys were written so. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<String> {
        /** For Flink, which makes it from a savepoint. */
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
