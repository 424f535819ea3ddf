/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.bundle.ModelBundle;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The model that a command works with. */
final class BundleFile {
    @Option(
            names = "--bundle",
            required = true,
            paramLabel = "BUNDLE.zip",
            description = "The model.")
    private Path bundle;

    ModelBundle read() {
        return ModelBundle.read(bundle);
    }
}
