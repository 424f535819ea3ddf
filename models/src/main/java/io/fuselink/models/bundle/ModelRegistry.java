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
 * that policies and findings carry, never overwritten by another content; and for
 * each kind of model the labels in the order in which they became champion: {@code champions.txt} of number
 * models, {@code champions-texts.txt} of text models.
 */
public final class ModelRegistry {
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

    /** Notes that a number model became champion. */
    public void crown(String label) {
        crown(BundleKind.SERVING, label);
    }

    /** Notes that a bundle became champion of its kind. */
    public void crown(BundleKind kind, String label) {
        try {
            Files.writeString(
                    champions(kind),
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

    /** The number model that became champion last; empty while it is the one that the job carries. */
    public Optional<String> champion() {
        return champion(BundleKind.SERVING);
    }

    /** The bundle of a kind that became champion last; empty if none ever did. */
    public Optional<String> champion(BundleKind kind) {
        var champions = crowned(kind);
        return champions.isEmpty()
                ? Optional.empty()
                : Optional.of(champions.get(champions.size() - 1));
    }

    /** Whom a roll-back of number models brings back: the last champion that is not the present one. */
    public Optional<String> champion(String before) {
        return champion(BundleKind.SERVING, before);
    }

    /** The same for a kind. */
    public Optional<String> champion(BundleKind kind, String before) {
        return crowned(kind).stream().filter(label -> !label.equals(before)).reduce((a, b) -> b);
    }

    private Path champions(BundleKind kind) {
        return folder.resolve(
                kind == BundleKind.SERVING
                        ? "champions.txt"
                        : "champions-%s.txt".formatted(kind.key()));
    }

    private List<String> crowned(BundleKind kind) {
        var file = champions(kind);
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
