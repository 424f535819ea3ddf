/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.types;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

class KeyTextTest {
    private final KeyTextSerializer serializer =
            (KeyTextSerializer) KeyText.TYPE.createSerializer(new SerializerConfigImpl());

    @Property
    void aKeyComesBackAsItWasWritten(@ForAll String key) throws Exception {
        var out = new DataOutputSerializer(64);
        serializer.serialize(key, out);
        serializer.serialize("next", out);
        var in = new DataInputDeserializer(out.getSharedBuffer(), 0, out.length());

        // Java writes what is no Unicode, half a pair, as a question mark: no key holds any
        var told = new String(key.getBytes(UTF_8), UTF_8);
        assertThat(serializer.deserialize(in)).isEqualTo(told);
        assertThat(serializer.deserialize(in)).isEqualTo("next");
    }

    @Example
    void aKeyLongerThanOneByteCanSayComesBackToo() throws Exception {
        var key = "安全账户".repeat(100);
        var out = new DataOutputSerializer(64);
        serializer.serialize(key, out);

        assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(key);
    }

    @Example
    void aSavepointIsReadBackWithTheSameForm() throws Exception {
        var out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        var snapshot =
                TypeSerializerSnapshot.<String>readVersionedSnapshot(
                        new DataInputDeserializer(out.getCopyOfBuffer()),
                        getClass().getClassLoader());

        assertThat(serializer.snapshotConfiguration().resolveSchemaCompatibility(snapshot))
                .matches(c -> c.isCompatibleAsIs());
    }
}
