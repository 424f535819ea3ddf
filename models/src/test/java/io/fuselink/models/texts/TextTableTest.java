/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fuselink.models.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTableTest {
    private static final String GOOD = "{\"id\":\"a\",\"text\":\"快递到了\"}\n";

    @TempDir private Path folder;

    @Test
    void sourceLabelAndTypeMayBeMissing() throws IOException {
        var row = read(GOOD).rows().get(0);
        assertThat(row).isEqualTo(new TextRow("a", "", null, "", "快递到了"));
    }

    @Test
    void aPackedFileIsTheSameFile() throws IOException {
        var packed = folder.resolve("texts.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(TextTable.read(packed)).isEqualTo(read(GOOD));
    }

    @Test
    void whatCannotBeUsedIsNamedByItsLine() {
        assertThatThrownBy(() -> read(GOOD + "no json"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("texts.jsonl line 2 is not JSON");
        assertThatThrownBy(() -> read(GOOD + "{\"id\":\"b\"}"))
                .hasMessageContaining("line 2 has no text");
        assertThatThrownBy(() -> read(GOOD + GOOD)).hasMessageContaining("line 2 repeats the id a");
        assertThatThrownBy(() -> read("{\"id\":1,\"text\":\"x\",\"label\":\"yes\"}"))
                .hasMessageContaining("line 1 has the label yes");
        assertThatThrownBy(() -> read("\n")).hasMessageContaining("no rows");
        assertThatThrownBy(() -> TextTable.read(folder.resolve("none.jsonl")))
                .hasMessageContaining("no such file");
    }

    private TextTable read(String lines) throws IOException {
        var file = folder.resolve("texts.jsonl");
        Files.writeString(file, lines);
        return TextTable.read(file);
    }
}
