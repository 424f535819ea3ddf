/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.Ordered;
import io.fuselink.events.codec.CompactForm;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * What waits in a task's inbox at a checkpoint, for all its keys. It is listed while the step stands still,
 * which takes milliseconds, and written while the step goes on: what is held never changes. Written it lies
 * in a section for each group of keys, so that a task which reads it again unpacks its own keys only.
 *
 * @param held to be written; empty once it was read
 * @param keyGroups in how many groups the job's keys fall, its maximum parallelism; 0 once it was read
 * @param sections as they were read, by group of keys; empty before
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Waiting(List<? extends Held<?>> held, int keyGroups, Map<Integer, byte[]> sections) {

    static Waiting of(List<? extends Held<?>> held, int keyGroups) {
        return new Waiting(held, keyGroups, Map.of());
    }

    /** Puts back what is of these keys. */
    <IN extends Record & Ordered> void putBack(
            KeyGroupRange keyGroups, Class<IN> type, Calendar<IN> calendar) throws IOException {
        for (var keyGroup : keyGroups) {
            var section = sections.get(keyGroup);
            if (section == null) {
                continue;
            }
            var in = new DataInputDeserializer(section);
            while (in.available() > 0) {
                var key = in.readUTF();
                calendar.add(
                        in.readBoolean()
                                ? Held.alarm(key, in.readLong(), in.readUTF())
                                : Held.record(key, CompactForm.read(type, in)));
            }
        }
    }

    /** Writes what is held and reads it as sections; a copy is the list itself. */
    static final class Serializer extends TypeSerializerSingleton<Waiting> {
        private static final long serialVersionUID = 1L;
        private static final int FIRST_ROOM = 1 << 14;

        static final Serializer INSTANCE = new Serializer();

        @Override
        public void serialize(Waiting waiting, DataOutputView target) throws IOException {
            var byKeyGroup = new HashMap<Integer, List<Held<?>>>();
            for (var held : waiting.held) {
                var keyGroup =
                        KeyGroupRangeAssignment.assignToKeyGroup(held.key(), waiting.keyGroups);
                byKeyGroup.computeIfAbsent(keyGroup, g -> new ArrayList<>()).add(held);
            }
            target.writeInt(byKeyGroup.size());
            // A checkpoint's stream is slow at small pieces.
            var section = new DataOutputSerializer(FIRST_ROOM);
            for (var group : byKeyGroup.entrySet()) {
                section.clear();
                for (var held : group.getValue()) {
                    write(held, section);
                }
                target.writeInt(group.getKey());
                target.writeInt(section.length());
                target.write(section.getSharedBuffer(), 0, section.length());
            }
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
        public Waiting deserialize(DataInputView in) throws IOException {
            var sections = new HashMap<Integer, byte[]>();
            for (var left = in.readInt(); left > 0; left--) {
                var keyGroup = in.readInt();
                var section = new byte[in.readInt()];
                in.readFully(section);
                sections.put(keyGroup, section);
            }
            return new Waiting(List.of(), 0, sections);
        }

        @Override
        public Waiting deserialize(Waiting reuse, DataInputView in) throws IOException {
            return deserialize(in);
        }

        @Override
        public boolean isImmutableType() {
            return true;
        }

        @Override
        public Waiting createInstance() {
            return new Waiting(List.of(), 0, Map.of());
        }

        @Override
        public Waiting copy(Waiting from) {
            return from;
        }

        @Override
        public Waiting copy(Waiting from, Waiting reuse) {
            return from;
        }

        @Override
        public void copy(DataInputView source, DataOutputView target) {
            throw new UnsupportedOperationException("what waits is never copied as bytes");
        }

        @Override
        public int getLength() {
            return -1;
        }

        @Override
        public TypeSerializerSnapshot<Waiting> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** What a savepoint remembers: that what waited was written so. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Waiting> {
        /** For Flink, which makes it from a savepoint. */
        public Snapshot() {
            super(() -> Serializer.INSTANCE);
        }
    }
}
