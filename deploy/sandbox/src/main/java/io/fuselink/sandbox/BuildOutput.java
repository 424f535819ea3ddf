/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Properties;

/** What the build of this module left behind: the version and the unpacked Elasticsearch. */
public final class BuildOutput {

    private static final Properties PROPERTIES = load();

    private BuildOutput() {}

    public static String version() {
        return PROPERTIES.getProperty("version");
    }

    /** The Elasticsearch that the build unpacked beside these classes; it is never written to. */
    static Path elasticsearchHome() {
        return target().resolve("elasticsearch-" + PROPERTIES.getProperty("elasticsearch"));
    }

    /** {@code deploy/sandbox/target}, whether these classes lie there in a folder or in the jar. */
    private static Path target() {
        try {
            URI classes =
                    BuildOutput.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(classes).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties load() {
        try (var in = BuildOutput.class.getResourceAsStream("build.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
