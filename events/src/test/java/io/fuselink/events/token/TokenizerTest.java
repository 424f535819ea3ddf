/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    private static final String SPRING = "11".repeat(32);
    private static final String AUTUMN = "MjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjI=";
    private static final String NUMBER = "CN:M:13800138000";

    @TempDir Path directory;

    @Test
    void aTokenIsTheKeyIdAndFifteenBytesOfTheMac() {
        var token = withKeys("7:" + SPRING).token(NUMBER);

        assertThat(token).hasSize(32).startsWith("07").matches("[0-9a-f]+");
        assertThat(token).isEqualTo(withKeys("7:" + SPRING).token(NUMBER));
        assertThat(token).isNotEqualTo(withKeys("7:" + AUTUMN).token(NUMBER));
        assertThat(Tokenizer.isToken(token)).isTrue();
        assertThat(Tokenizer.isToken("13800138000")).isFalse();
        assertThat(Tokenizer.isToken(token.toUpperCase(Locale.ROOT))).isFalse();
    }

    @Test
    void theMacIsHmacSha256() {
        // printf abc | openssl dgst -sha256 -mac HMAC -macopt hexkey:1111…
        assertThat(withKeys("1:" + SPRING).token("abc"))
                .isEqualTo("01" + "8094a4aa0311ceadd62bd4b17fa76c");
    }

    @Test
    void duringARotationTokensOfBothKeysAreKnown() {
        var before = withKeys("1:" + SPRING);
        var during =
                withKeys(
                        "2:"
                                + AUTUMN
                                + "\n# the old key until everything is re-keyed\n1:"
                                + SPRING);
        var after = withKeys("2:" + AUTUMN);
        var old = before.token(NUMBER);

        assertThat(during.token(NUMBER)).isEqualTo(after.token(NUMBER));
        assertThat(during.tokens(NUMBER)).containsExactly(after.token(NUMBER), old);
        assertThat(during.knows(old)).isTrue();
        assertThat(during.keyId(old)).isEqualTo(1);
        assertThat(after.knows(old)).isFalse();
    }

    @Test
    void theKeyComesFromTheFileElseTheEnvironmentAndNeverFromUs() throws Exception {
        var file = Files.writeString(directory.resolve("keys"), "3:" + SPRING);
        var expected = withKeys("3:" + SPRING).token(NUMBER);

        assertThat(Tokenizer.configured(file, Map.of()).token(NUMBER)).isEqualTo(expected);
        assertThat(
                        Tokenizer.fromEnvironment(
                                        Map.of(Tokenizer.KEY_FILE_VARIABLE, file.toString()))
                                .token(NUMBER))
                .isEqualTo(expected);
        assertThatThrownBy(() -> Tokenizer.configured(null, Map.of()))
                .isInstanceOf(TokenKeyException.class)
                .hasMessageContaining(Tokenizer.KEY_VARIABLE)
                .hasMessageContaining(Tokenizer.KEY_FILE_VARIABLE);
        assertThatThrownBy(() -> Tokenizer.fromFile(directory.resolve("absent")))
                .hasMessageContaining("absent")
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no colon here 0f1e2d3c4b5a",
                "5:0f1e2d3c4b5a",
                "5:not base64 0f1e2d3c4b5a!",
                "255:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
                "900:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
            })
    void aBadKeyIsRefusedWithoutRepeatingIt(String keys) {
        assertThatThrownBy(() -> withKeys(keys))
                .isInstanceOf(TokenKeyException.class)
                .hasMessageContaining(Tokenizer.KEY_VARIABLE)
                .message()
                .doesNotContain("0f1e2d3c4b5a");
    }

    @Test
    void threeKeysOrOneIdTwiceAreRefused() {
        assertThatThrownBy(() -> withKeys("1:" + SPRING + ",2:" + SPRING + ",3:" + SPRING))
                .hasMessageContaining("one or two keys");
        assertThatThrownBy(() -> withKeys("1:" + SPRING + ",1:" + AUTUMN))
                .hasMessageContaining("twice");
    }

    @Test
    void aTokenizerDoesNotTellItsKey() {
        assertThat(withKeys("1:" + SPRING)).hasToString("Tokenizer[1]");
    }

    @Test
    void theSandboxKeyIsMarked() {
        assertThat(Tokenizer.sandbox().token(NUMBER)).startsWith("ff");
    }

    @Property(tries = 300)
    void aTokenTellsNothingOfTheNumber(@ForAll @NumericChars @StringLength(8) String subscriber) {
        var number = "138" + subscriber;

        assertThat(Tokenizer.sandbox().token("CN:M:" + number))
                .doesNotContain(number)
                .doesNotContain(subscriber);
    }

    private static Tokenizer withKeys(String keys) {
        // A blank variable counts as unset, so that an empty key list is tried as a comment.
        return Tokenizer.fromEnvironment(
                Map.of(Tokenizer.KEY_VARIABLE, keys.isEmpty() ? "# none" : keys));
    }
}
