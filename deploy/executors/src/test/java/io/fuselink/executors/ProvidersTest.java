/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import static io.fuselink.executors.Commands.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fuselink.events.ActionType;
import io.fuselink.events.Command;
import io.fuselink.events.TargetType;
import io.fuselink.executors.Outcome.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each provider is asked, against its own documentation, and how its answers are read. */
class ProvidersTest {
    private static final byte[] SECRET = "not-a-secret".getBytes(StandardCharsets.UTF_8);
    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(NINE);

    private final Http http = new Http(Duration.ofSeconds(5));
    private FakeProvider provider;

    @BeforeEach
    void open() throws IOException {
        provider = new FakeProvider();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private static Order order(ActionType action, TargetType type, String tk, String... numbers) {
        var command = Commands.command("leg-1", 5, Command.APPLY, action, type, tk, NINE + 1);
        return new Order(command, Command.APPLY, List.of(numbers));
    }

    private static final Order BLOCK =
            order(ActionType.BLOCK, TargetType.NUMBER, Commands.NUMBER_TK, "13912345678");

    // ---- webhook

    private Webhook webhook() {
        return new Webhook(provider.uri().resolve("/orders"), SECRET, http, CLOCK);
    }

    @Test
    void aWebhookIsSignedAndHasTheSameKeyForEveryAttempt() {
        assertThat(webhook().apply(BLOCK)).isEqualTo(Outcome.done());
        assertThat(webhook().apply(BLOCK)).isEqualTo(Outcome.done());

        var first = provider.asked.get(0);
        var expected =
                HexFormat.of().formatHex(Signing.hmacSha256(SECRET, NINE + "." + first.body()));
        assertThat(first.header("X-Fuselink-Signature")).isEqualTo("v1=" + expected);
        assertThat(provider.asked)
                .extracting(a -> a.header("Idempotency-Key"))
                .containsOnly("leg-1-5-APPLY");
        assertThat(first.body())
                .contains("\"command\":\"APPLY\"", "\"numbers\":[\"13912345678\"]", "\"leg_id\"");
    }

    @ParameterizedTest
    @CsvSource({
        "200,DONE",
        "204,DONE",
        "422,REFUSED",
        "404,REFUSED",
        "401,UNCLEAR",
        "429,UNCLEAR",
        "503,UNCLEAR"
    })
    void aWebhooksAnswerIsRead(int status, Kind kind) {
        provider.status = status;

        assertThat(webhook().apply(BLOCK).kind()).isEqualTo(kind);
    }

    @Test
    void aReleaseOfWhatTheWebhookDoesNotKnowIsDone() {
        provider.status = 404;

        assertThat(webhook().lift(BLOCK)).isEqualTo(Outcome.done());
    }

    @Test
    void anAbsentProviderIsUnclearAndSaysNoAddress() {
        provider.close();
        var outcome = webhook().apply(BLOCK);

        assertThat(outcome.kind()).isEqualTo(Kind.UNCLEAR);
        assertThat(outcome.reason()).doesNotContain("127.0.0.1").contains("no answer");
    }

    // ---- Aliyun

    private AliyunNumbers aliyun() {
        provider.answer = "{\"Code\":\"OK\",\"Message\":\"OK\"}";
        return new AliyunNumbers(
                provider.uri(), new AliyunSignature("key-id", SECRET), "FC100", http, CLOCK);
    }

    /** The example of Alibaba Cloud's own page on the signature. */
    @Test
    void aSignatureIsTheOneThatIsPublished() {
        var signature =
                new AliyunSignature(
                        "YourAccessKeyId", "YourAccessKeySecret".getBytes(StandardCharsets.UTF_8));
        var query =
                AliyunSignature.query(
                        new TreeMap<>(
                                Map.of(
                                        "RegionId",
                                        "cn-shanghai",
                                        "ImageId",
                                        "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd")));
        var headers =
                AliyunSignature.headers(
                        URI.create("https://ecs.cn-shanghai.aliyuncs.com"),
                        "RunInstances",
                        "2014-05-26",
                        "2023-10-26T10:22:32Z",
                        "3156853299f313e23d1673dc12e1703d");

        assertThat(signature.authorization(query, headers))
                .isEqualTo(
                        "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void aBlockedNumberGoesOntoThePoolsBlackListAndOffIt() {
        assertThat(aliyun().apply(BLOCK)).isEqualTo(Outcome.done());
        assertThat(aliyun().lift(BLOCK)).isEqualTo(Outcome.done());

        assertThat(provider.asked)
                .extracting(a -> a.header("x-acs-action"), a -> a.uri().getQuery())
                .containsExactly(
                        tuple(
                                "OperateBlackNo",
                                "BlackNo=13912345678&OperateType=AddBlack&PoolKey=FC100&Tips=leg-1"),
                        tuple(
                                "OperateBlackNo",
                                "BlackNo=13912345678&OperateType=DeleteBlack&PoolKey=FC100&Tips=leg-1"));
        assertThat(provider.asked.get(0).header("Authorization"))
                .startsWith("ACS3-HMAC-SHA256 Credential=key-id,");
    }

    @Test
    void aBindingIsEndedByItselfAndALeaseTakesNoNewOnes() {
        aliyun().apply(order(ActionType.BLOCK, TargetType.BINDING, "sub-9", "700123456780001"));
        aliyun().apply(
                        order(
                                ActionType.THROTTLE,
                                TargetType.LEASE,
                                "FC100",
                                "700123456780001",
                                "700123456780002"));

        assertThat(provider.asked)
                .extracting(a -> a.header("x-acs-action") + " " + a.uri().getQuery())
                .containsExactly(
                        "UnbindSubscription PoolKey=FC100&SecretNo=700123456780001&SubsId=sub-9",
                        "LockSecretNo PoolKey=FC100&SecretNo=700123456780001",
                        "LockSecretNo PoolKey=FC100&SecretNo=700123456780002");
    }

    @Test
    void whatWouldHitMoreThanWasAskedIsRefused() {
        var throttled = order(ActionType.THROTTLE, TargetType.BINDING, "sub-9", "700123456780001");

        assertThat(aliyun().apply(throttled).reason())
                .isEqualTo("this platform offers no THROTTLE of a BINDING");
        assertThat(provider.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "isv.ILLEGAL_ARGUMENT,400,REFUSED",
        "isv.FLOW_LIMIT,200,UNCLEAR",
        "Throttling.User,400,UNCLEAR",
        "isp.SYSTEM_ERROR,200,UNCLEAR"
    })
    void aCodeOfAliyunIsRead(String code, int status, Kind kind) {
        var aliyun = aliyun();
        provider.status = status;
        provider.answer = "{\"Code\":\"" + code + "\"}";

        assertThat(aliyun.apply(BLOCK).kind()).isEqualTo(kind);
    }

    // ---- Huawei

    @Test
    void huaweiUnbindsBySubscriptionAndNothingElse() {
        provider.answer = "{\"resultcode\":\"0\",\"resultdesc\":\"Success\"}";
        var huawei = new HuaweiNumbers(provider.uri(), "app", SECRET, http, CLOCK);

        assertThat(huawei.apply(order(ActionType.BLOCK, TargetType.BINDING, "sub/9")))
                .isEqualTo(Outcome.done());
        assertThat(huawei.apply(BLOCK).kind()).isEqualTo(Kind.REFUSED);
        var asked = provider.asked.get(0);
        assertThat(asked.method()).isEqualTo("DELETE");
        assertThat(asked.uri().getRawQuery()).isEqualTo("subscriptionId=sub%2F9");
        var nonce = asked.header("X-AKSK").replaceAll(".*Nonce=\"(\\w+)\".*", "$1");
        assertThat(asked.header("X-AKSK"))
                .contains("Username=\"app\"")
                .contains(HuaweiNumbers.digest(SECRET, nonce, "2026-01-01T01:00:00Z"));
    }
}
