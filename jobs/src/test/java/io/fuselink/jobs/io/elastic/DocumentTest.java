/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.jobs.io.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** A document survives what Flink does with it. */
final class DocumentTest {
    private static final Document LEG =
            new Document(
                    "fuselink-legs",
                    "leg",
                    3,
                    Sample.NOON,
                    "{\"note\":\"涉诈\"}".getBytes(StandardCharsets.UTF_8));

    @Test
    void travelsAsPojo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Document.class);
    }

    @Test
    void waitingDocumentsComeBackFromACheckpoint() throws IOException {
        var serializer = new DocumentStateSerializer();
        var state =
                new BufferedRequestState<>(
                        List.of(new RequestEntryWrapper<>(LEG, LEG.json().length)));

        var restored = serializer.deserialize(serializer.getVersion(), serializer.serialize(state));

        assertThat(restored.getBufferedRequestEntries())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.getRequestEntry())
                                    .usingRecursiveComparison()
                                    .isEqualTo(LEG);
                            assertThat(entry.getSize()).isEqualTo(LEG.json().length);
                        });
    }
}
