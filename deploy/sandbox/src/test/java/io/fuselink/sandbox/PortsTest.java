/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void freePortsAreAllDifferent() {
        Ports ports = Ports.free();

        assertThat(
                        new int[] {
                            ports.kafka(),
                            ports.controller(),
                            ports.elasticsearch(),
                            ports.transport(),
                            ports.flink(),
                            ports.board()
                        })
                .doesNotHaveDuplicates();
    }

    @Test
    void aTakenPortIsRefusedInOneSentenceThatNamesOptionPortAndUse() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = elsewhere.getLocalPort();

            assertThatThrownBy(() -> Ports.from(taken))
                    .isInstanceOfSatisfying(
                            OperatorError.class,
                            error -> assertThat(error.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT))
                    .hasMessage(
                            "--port-base %d: port %d (for Kafka) is taken; choose another base, or leave the option out for free ports."
                                    .formatted(taken, taken));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 80, 65_531, 70_000})
    void aBaseOutsideTheRangeIsRefused(int base) {
        assertThatThrownBy(() -> Ports.from(base))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> assertThat(error.exitCode()).isEqualTo(ExitCodes.BAD_INPUT))
                .hasMessageContaining("--port-base " + base)
                .hasMessageContaining("from 1024 to 65530");
    }
}
