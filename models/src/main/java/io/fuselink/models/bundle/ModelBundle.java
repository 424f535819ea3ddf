/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fuselink.models.features.FeatureSchema;
import io.fuselink.models.features.NumberFeatures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A trained model in one zip: {@code manifest.json}, {@code network.zip} (the DL4J network, to judge and
 * to train on; more of them as {@code network-2.zip} and so on) and {@code weights.bin} (normaliser and
 * dense weights of all networks, to serve from), and what its kind needs besides. The same content
 * gives the same bytes.
 */
public final class ModelBundle {
    private static final String SHIPPED = "/io/fuselink/models/city-numbers-v3.zip";
    private static final String MANIFEST = "manifest.json";
    private static final String WEIGHTS = "weights.bin";
    private static final String REFERENCE = "reference.json";

    /** Zip entries carry a time; a fixed one keeps the file reproducible. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final String origin;
    private final Manifest manifest;
    private final DenseWeights weights;
    private final List<byte[]> networks;
    private final SortedMap<String, byte[]> attachments;

    private ModelBundle(
            String origin,
            Manifest manifest,
            DenseWeights weights,
            List<byte[]> networks,
            Map<String, byte[]> attachments) {
        if (weights.normaliser().width() != manifest.featureNames().size()) {
            throw new IllegalArgumentException(
                    "manifest names %d features, the weights take %d"
                            .formatted(
                                    manifest.featureNames().size(), weights.normaliser().width()));
        }
        this.origin = origin;
        this.manifest = manifest;
        this.weights = weights;
        this.networks = List.copyOf(networks);
        this.attachments = new TreeMap<>(attachments);
    }

    /** A bundle of what training has made; the DL4J networks as bytes, in the order of the weights. */
    public static ModelBundle of(Manifest manifest, DenseWeights weights, List<byte[]> networks) {
        return new ModelBundle(manifest.label(), manifest, weights, networks, Map.of());
    }

    /** The same with what its kind of model needs besides, such as the n-grams of a text model. */
    public ModelBundle with(String name, byte[] content) {
        var more = new TreeMap<>(attachments);
        more.put(name, content.clone());
        return new ModelBundle(origin, manifest, weights, networks, more);
    }

    /** The bundle that comes with this build, trained on the synthetic city. */
    public static ModelBundle shipped() {
        return resource(SHIPPED);
    }

    static ModelBundle resource(String name) {
        try (var in = ModelBundle.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new BundleException(
                        "bundle %s is missing from this build: train one with 'export-features' and 'train', or name a bundle file"
                                .formatted(name));
            }
            return read(name, in).require(BundleKind.SERVING, NumberFeatures.SCHEMA);
        } catch (IOException e) {
            throw damaged(name, e);
        }
    }

    /** Reads a bundle file of any kind. */
    public static ModelBundle read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BundleException("bundle %s: no such file; check the path".formatted(file));
        }
        try (var in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (IOException e) {
            throw damaged(file.toString(), e);
        }
    }

    private static ModelBundle read(String origin, InputStream in) throws IOException {
        var entries = entries(in);
        try {
            var manifest = JSON.readValue(entry(entries, MANIFEST), Manifest.class);
            var weights = DenseWeights.fromBytes(entry(entries, WEIGHTS));
            var networks = new ArrayList<byte[]>();
            for (int member = 0; member < weights.members().size(); member++) {
                networks.add(entry(entries, network(member)));
                entries.remove(network(member));
            }
            entries.keySet().removeAll(Set.of(MANIFEST, WEIGHTS));
            return new ModelBundle(origin, manifest, weights, networks, entries);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw damaged(origin, e);
        }
    }

    /** Refuses to go on with a bundle that the code at hand would misread. */
    public ModelBundle require(BundleKind kind, FeatureSchema code) {
        if (manifest.kind() != kind) {
            throw new BundleException(
                    "bundle %s is of kind %s, not %s: it is no model for this place, name another bundle"
                            .formatted(origin, manifest.kind().key(), kind.key()));
        }
        if (!manifest.fits(code)) {
            var sameVersion = manifest.schemaVersion() == code.version();
            throw new BundleException(
                    "bundle %s has feature schema v%d%s, code has v%d: retrain with 'export-features' and 'train', or roll back"
                            .formatted(
                                    origin,
                                    manifest.schemaVersion(),
                                    sameVersion ? " with other features" : "",
                                    code.version()));
        }
        return this;
    }

    /** Writes the file whole or not at all. */
    public void write(Path file) {
        try {
            var directory = Files.createDirectories(file.toAbsolutePath().getParent());
            var part = directory.resolve(file.getFileName() + ".part");
            try {
                Files.write(part, toBytes());
                Files.move(
                        part,
                        file,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BundleException(
                    "bundle %s cannot be written (%s): check the folder and its free space"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    byte[] toBytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, MANIFEST, JSON.writeValueAsBytes(manifest));
            put(zip, WEIGHTS, weights.toBytes());
            for (int member = 0; member < networks.size(); member++) {
                put(zip, network(member), networks.get(member));
            }
            for (var attachment : attachments.entrySet()) {
                put(zip, attachment.getKey(), attachment.getValue());
            }
        }
        return bytes.toByteArray();
    }

    public Manifest manifest() {
        return manifest;
    }

    public DenseWeights weights() {
        return weights;
    }

    /** The DL4J networks as bytes, in the order of the weights. */
    public List<byte[]> networks() {
        return networks;
    }

    /** The same with what training has seen, to notice drift. */
    public ModelBundle with(Reference reference) {
        try {
            return with(REFERENCE, JSON.writeValueAsBytes(reference));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to write", e);
        }
    }

    /** What training has seen; empty in bundles that do not know. */
    public Optional<Reference> reference() {
        var content = attachments.get(REFERENCE);
        try {
            return content == null
                    ? Optional.empty()
                    : Optional.of(JSON.readValue(content, Reference.class));
        } catch (IOException e) {
            throw damaged(origin, e);
        }
    }

    /** What the bundle carries for its kind of model alone. */
    public byte[] attachment(String name) {
        var content = attachments.get(name);
        if (content == null) {
            throw new BundleException(
                    "bundle %s holds no %s: it is damaged, copy it again or train it again"
                            .formatted(origin, name));
        }
        return content.clone();
    }

    private static String network(int member) {
        return member == 0 ? "network.zip" : "network-%d.zip".formatted(member + 1);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static Map<String, byte[]> entries(InputStream in) throws IOException {
        var entries = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) throws IOException {
        var content = entries.get(name);
        if (content == null) {
            throw new IOException("it holds no " + name);
        }
        return content;
    }

    private static BundleException damaged(String origin, Exception cause) {
        return new BundleException(
                "bundle %s cannot be read (%s): it is damaged or no bundle, copy it again or roll back"
                        .formatted(origin, cause.getMessage()),
                cause);
    }
}
