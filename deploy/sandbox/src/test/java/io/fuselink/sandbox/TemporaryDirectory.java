/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.nio.file.Path;

/** Another directory for temporary files while a test runs, so that it never meets the sandbox of whoever runs the tests. */
public final class TemporaryDirectory implements AutoCloseable {

    private static final String PROPERTY = "java.io.tmpdir";

    private final String before = System.getProperty(PROPERTY);

    private TemporaryDirectory(Path directory) {
        System.setProperty(PROPERTY, directory.toString());
    }

    public static TemporaryDirectory of(Path directory) {
        return new TemporaryDirectory(directory);
    }

    @Override
    public void close() {
        System.setProperty(PROPERTY, before);
    }
}
