/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.Ordered;
import io.fuselink.events.codec.CompactForm;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;

/**
 * What waits in a task's inbox at a checkpoint, for all its keys. It is listed while the step stands still,
 * which takes milliseconds, and written while the step goes on: what is held never changes.
 */
record Waiting<IN extends Record & Ordered>(List<Held<IN>> held) {

    /** Writes and reads what waits; a copy is the list itself. */
    static final class Serializer<IN extends Record & Ordered> extends TypeSerializer<Waiting<IN>> {
        private static final long serialVersionUID = 1L;

        /** A checkpoint's stream is slow at small pieces. */
        private static final int PIECE_BYTES = 1 << 16;

        private final Class<IN> type;

        Serializer(Class<IN> type) {
            this.type = type;
        }

        @Override
        public void serialize(Waiting<IN> waiting, DataOutputView target) throws IOException {
            var piece = new DataOutputSerializer(PIECE_BYTES);
            piece.writeInt(waiting.held.size());
            for (var held : waiting.held) {
                write(held, piece);
                if (piece.length() >= PIECE_BYTES) {
                    target.write(piece.getSharedBuffer(), 0, piece.length());
                    piece.clear();
                }
            }
            target.write(piece.getSharedBuffer(), 0, piece.length());
        }

        private static void write(Held<?> held, DataOutput out) throws IOException {
            out.writeUTF(held.key());
            out.writeBoolean(held.isAlarm());
            if (held.isAlarm()) {
                out.writeLong(held.at());
                out.writeUTF(held.alarm());
            } else {
                CompactForm.write((Record) held.record(), out);
            }
        }

        @Override
        public Waiting<IN> deserialize(DataInputView in) throws IOException {
            var size = in.readInt();
            var held = new ArrayList<Held<IN>>(size);
            for (var i = 0; i < size; i++) {
                var key = in.readUTF();
                held.add(
                        in.readBoolean()
                                ? Held.alarm(key, in.readLong(), in.readUTF())
                                : Held.record(key, CompactForm.read(type, in)));
            }
            return new Waiting<>(held);
        }

        @Override
        public Waiting<IN> deserialize(Waiting<IN> reuse, DataInputView in) throws IOException {
            return deserialize(in);
        }

        @Override
        public boolean isImmutableType() {
            return true;
        }

        @Override
        public TypeSerializer<Waiting<IN>> duplicate() {
            return this;
        }

        @Override
        public Waiting<IN> createInstance() {
            return new Waiting<>(List.of());
        }

        @Override
        public Waiting<IN> copy(Waiting<IN> from) {
            return from;
        }

        @Override
        public Waiting<IN> copy(Waiting<IN> from, Waiting<IN> reuse) {
            return from;
        }

        @Override
        public void copy(DataInputView source, DataOutputView target) throws IOException {
            serialize(deserialize(source), target);
        }

        @Override
        public int getLength() {
            return -1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Serializer<?> that && type == that.type;
        }

        @Override
        public int hashCode() {
            return type.hashCode();
        }

        @Override
        public TypeSerializerSnapshot<Waiting<IN>> snapshotConfiguration() {
            return new Snapshot<>(type);
        }
    }

    /** What a savepoint remembers: the class of the records that waited; their fields tell their own number. */
    public static final class Snapshot<IN extends Record & Ordered>
            implements TypeSerializerSnapshot<Waiting<IN>> {
        private static final int VERSION = 1;

        private Class<IN> type;

        /** For Flink, which fills it in from a savepoint. */
        public Snapshot() {}

        private Snapshot(Class<IN> type) {
            this.type = type;
        }

        @Override
        public int getCurrentVersion() {
            return VERSION;
        }

        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            out.writeUTF(type.getName());
        }

        @Override
        public void readSnapshot(int version, DataInputView in, ClassLoader classes)
                throws IOException {
            if (version != VERSION) {
                throw new IOException(
                        "what waits in the inbox was written in form %d, and this job reads form %d; restore with the release that wrote the checkpoint"
                                .formatted(version, VERSION));
            }
            type = InstantiationUtil.resolveClassByName(in, classes);
        }

        @Override
        public TypeSerializer<Waiting<IN>> restoreSerializer() {
            return new Serializer<>(type);
        }

        @Override
        public TypeSerializerSchemaCompatibility<Waiting<IN>> resolveSchemaCompatibility(
                TypeSerializerSnapshot<Waiting<IN>> before) {
            return before instanceof Snapshot<IN> that && that.type == type
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
