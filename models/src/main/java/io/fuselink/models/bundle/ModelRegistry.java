/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A folder of published bundles that every task of the job can read: one file for each, under the label
 * that policies and findings carry, never overwritten by another content; and {@code champions.txt}, the
 * labels in the order in which they became champion.
 */
public final class ModelRegistry {
    private static final String CHAMPIONS = "champions.txt";

    private final Path folder;

    public ModelRegistry(Path folder) {
        this.folder = folder;
    }

    /** Takes a bundle in, so that tasks can load it. */
    public Path add(ModelBundle bundle) {
        var file = file(bundle.manifest().label());
        if (Files.exists(file) && !same(file, bundle)) {
            throw new BundleException(
                    "%s is in the registry already with another content: raise --model-version and train again"
                            .formatted(file));
        }
        bundle.write(file);
        return file;
    }

    private static boolean same(Path file, ModelBundle bundle) {
        try {
            return Arrays.equals(Files.readAllBytes(file), bundle.toBytes());
        } catch (IOException e) {
            return false;
        }
    }

    /** The bundle of a label. */
    public ModelBundle load(String label) {
        if (!Files.isRegularFile(file(label))) {
            throw new BundleException(
                    "there is no bundle %s in the registry %s: publish it with 'publish-model'"
                            .formatted(label, folder));
        }
        return ModelBundle.read(file(label));
    }

    /** Notes that a bundle became champion. */
    public void crown(String label) {
        try {
            Files.writeString(
                    folder.resolve(CHAMPIONS),
                    label + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new BundleException(
                    "registry %s cannot be written (%s): check its permissions"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** The bundle that became champion last; empty while it is the one that the job carries. */
    public Optional<String> champion() {
        var champions = champions();
        return champions.isEmpty()
                ? Optional.empty()
                : Optional.of(champions.get(champions.size() - 1));
    }

    /** Whom a roll-back brings back: the last champion that is not the present one. */
    public Optional<String> champion(String before) {
        return champions().stream().filter(label -> !label.equals(before)).reduce((a, b) -> b);
    }

    private List<String> champions() {
        var file = folder.resolve(CHAMPIONS);
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new BundleException(
                    "%s cannot be read (%s): check its permissions".formatted(file, e.getMessage()),
                    e);
        }
    }

    private Path file(String label) {
        if (!label.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new BundleException(
                    "'%s' is no label of a bundle, such as numbers-v3".formatted(label));
        }
        return folder.resolve(label + ".zip");
    }
}
