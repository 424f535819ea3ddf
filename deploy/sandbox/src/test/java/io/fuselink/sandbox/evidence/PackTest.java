/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack proves itself: whatever is done to it, the verifier names the record. */
class PackTest {
    private static final long NINE = 1_767_229_200_000L;
    private static final EvidenceKey CENTRE = EvidenceKey.generate();

    @TempDir private Path folder;
    private Pack.Sealed sealed;

    @BeforeEach
    void seal() {
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < 6; i++) {
            var body = CanonicalJson.object();
            body.put("event_id", "call-" + i);
            body.put("value", 0.5 + i);
            body.putArray("members").add("z").add("a");
            body.put("ground", "反电信网络诈骗法");
            entries.add(new Entry(NINE + i, RecordKind.EVENT_REF, body));
        }
        sealed = Pack.seal(entries, CENTRE, NINE);
    }

    private static Verdict verify(byte[] pack) {
        return PackVerifier.verify(pack, CENTRE.publicKey());
    }

    @Test
    void anIntactPackSaysHowManyRecordsAndWhoseSeal() {
        var verdict = verify(sealed.bytes());

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.sentence())
                .startsWith("intact: 6 records, head " + sealed.head())
                .endsWith("with key " + EvidenceKey.id(CENTRE.publicKey()));
    }

    @Test
    void theSameEvidenceIsTheSameBytes() {
        var again = lines(sealed.bytes());
        seal();

        assertThat(lines(sealed.bytes())).isEqualTo(again);
    }

    /** Every bit pattern of every byte would take long; one that flips the lowest bit, and one that flips them all, do. */
    @Test
    void flipAnyByteAndTheVerifierNamesItsRecord() {
        var pack = sealed.bytes();
        var record = 1;
        for (var i = 0; i < pack.length; i++) {
            for (var mask : new int[] {0x01, 0x20, 0xFF}) {
                var broken = pack.clone();
                broken[i] = (byte) (broken[i] ^ mask);
                assertThat(verify(broken).record()).as("byte %d ^ %x", i, mask).isEqualTo(record);
            }
            if (pack[i] == '\n') {
                record++;
            }
        }
        assertThat(record).isEqualTo(8);
    }

    @Test
    void cutOffAnywhereItNamesTheRecordThatIsNoLongerWhole() {
        var pack = sealed.bytes();
        var record = 1;
        for (var length = 0; length < pack.length; length++) {
            var verdict = verify(Arrays.copyOf(pack, length));
            assertThat(verdict.record()).as("cut to %d bytes", length).isEqualTo(record);
            if (pack[length] == '\n') {
                record++;
            }
        }
    }

    @Test
    void aRecordLeftOutIsMissing() {
        var lines = lines(sealed.bytes());
        lines.remove(2);

        assertThat(verify(bytes(lines)).sentence())
                .isEqualTo("record 3 is missing: record 4 stands in its place");
    }

    @Test
    void recordsInAnotherOrderAreNoticed() {
        var lines = lines(sealed.bytes());
        Collections.swap(lines, 3, 4);
        assertThat(verify(bytes(lines)).record()).isEqualTo(4);

        var doubled = lines(sealed.bytes());
        doubled.add(3, doubled.get(2));
        assertThat(verify(bytes(doubled)).sentence())
                .isEqualTo("record 4 is out of place: record 3 stands there");
    }

    @Test
    void whatStandsBehindTheSealIsNoticed() {
        var lines = lines(sealed.bytes());
        lines.add(lines.get(0));

        assertThat(verify(bytes(lines)).sentence()).isEqualTo("record 8 stands behind the seal");
    }

    /** Who rewrites the whole chain can make every hash right, but not the centre's signature. */
    @Test
    void aChainWrittenAnewIsNotTheCentres() {
        var forger = EvidenceKey.generate();
        var forged = Pack.seal(List.of(), forger, NINE);

        assertThat(verify(forged.bytes()).sentence()).contains("is not the centre's");
        assertThat(PackVerifier.verify(forged.bytes(), null).intact()).isTrue();
    }

    @Test
    void theSealOfAnotherPackDoesNotFit() {
        var lines = lines(sealed.bytes());
        var other =
                lines(
                        Pack.seal(
                                        List.of(
                                                new Entry(
                                                        NINE,
                                                        RecordKind.ACK,
                                                        CanonicalJson.object())),
                                        CENTRE,
                                        NINE)
                                .bytes());
        var mixed = List.of(lines.get(0), other.get(1));

        assertThat(verify(bytes(mixed)).sentence())
                .startsWith("record 2 does not follow the record before it");
    }

    @Test
    void aKeyOutlivesItsFilesAndItsPrivateHalfIsPrivate() throws IOException {
        var file = folder.resolve("centre.key");
        CENTRE.write(file);

        assertThat(EvidenceKey.read(file).publicKey()).isEqualTo(CENTRE.publicKey());
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    private static List<String> lines(byte[] pack) {
        return new ArrayList<>(
                Arrays.asList(new String(pack, StandardCharsets.UTF_8).split("(?<=\n)")));
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }
}
