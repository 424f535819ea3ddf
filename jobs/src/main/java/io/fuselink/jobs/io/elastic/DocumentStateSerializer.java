/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;

/** Documents waiting in the sink, as a checkpoint keeps them. */
final class DocumentStateSerializer extends AsyncSinkWriterStateSerializer<Document> {
    private static final int VERSION = 1;

    @Override
    protected void serializeRequestToStream(Document document, DataOutputStream out)
            throws IOException {
        out.writeUTF(document.index());
        out.writeUTF(document.id());
        out.writeLong(document.version());
        out.writeLong(document.at());
        out.writeInt(document.json().length);
        out.write(document.json());
    }

    @Override
    protected Document deserializeRequestFromStream(long requestSize, DataInputStream in)
            throws IOException {
        return new Document(
                in.readUTF(),
                in.readUTF(),
                in.readLong(),
                in.readLong(),
                in.readNBytes(in.readInt()));
    }

    @Override
    public int getVersion() {
        return VERSION;
    }
}
