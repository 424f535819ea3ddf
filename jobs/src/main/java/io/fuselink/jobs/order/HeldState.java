/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import io.fuselink.events.Ordered;
import io.fuselink.events.codec.CompactForm;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateCheckpointOutputStream;

/**
 * What waits in an inbox as part of a checkpoint: a section for each group of keys, so that it moves with
 * its keys when the job gets more machines.
 */
final class HeldState {
    /** First byte of every section, so that a later form can still read this one. */
    private static final int FORM = 1;

    private HeldState() {}

    /**
     * @param keyGroups in how many groups the job's keys fall, its maximum parallelism
     */
    static void write(
            List<? extends Held<?>> all, int keyGroups, KeyedStateCheckpointOutputStream checkpoint)
            throws IOException {
        var byKeyGroup = new HashMap<Integer, List<Held<?>>>();
        for (var held : all) {
            var keyGroup = KeyGroupRangeAssignment.assignToKeyGroup(held.key(), keyGroups);
            byKeyGroup.computeIfAbsent(keyGroup, g -> new ArrayList<>()).add(held);
        }
        for (var keyGroup : checkpoint.getKeyGroupList()) {
            checkpoint.startNewKeyGroup(keyGroup);
            var out = new DataOutputStream(checkpoint);
            var section = byKeyGroup.getOrDefault(keyGroup, List.of());
            out.writeByte(FORM);
            out.writeInt(section.size());
            for (var held : section) {
                write(held, out);
            }
            out.flush();
        }
    }

    private static void write(Held<?> held, DataOutputStream out) throws IOException {
        out.writeUTF(held.key());
        out.writeBoolean(held.isAlarm());
        if (held.isAlarm()) {
            out.writeLong(held.at());
            out.writeUTF(held.alarm());
        } else {
            CompactForm.write((Record) held.record(), out);
        }
    }

    /** Puts one section back. */
    static <IN extends Record & Ordered> void read(
            InputStream section, Class<IN> type, Calendar<IN> calendar) throws IOException {
        var in = new DataInputStream(section);
        var form = in.readByte();
        if (form != FORM) {
            throw new IOException(
                    "what waits in the inbox was written in form %d, and this job reads form %d; restore with the release that wrote the checkpoint"
                            .formatted(form, FORM));
        }
        for (var left = in.readInt(); left > 0; left--) {
            var key = in.readUTF();
            calendar.add(
                    in.readBoolean()
                            ? Held.alarm(key, in.readLong(), in.readUTF())
                            : Held.record(key, CompactForm.read(type, in)));
        }
    }
}
