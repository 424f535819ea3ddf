/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;

/** What Flink tells of itself by its REST interface. */
record FlinkPages(URI flink) {
    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode read(String path) throws IOException {
        return JSON.readTree(flink.resolve(path).toURL());
    }
}
