/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import io.fuselink.events.Feed;
import io.fuselink.events.Source;
import io.fuselink.events.token.Tokenizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The providers' formats that are read as they are pushed, and the feed each of them gives. */
public enum Adapter {
    ALIYUN_SECRET_REPORT(
            "aliyun-secret-report", Feed.CDRS, "aliyun", Times.BEIJING, AliyunSecretReport::new),
    ALIYUN_START_REPORT(
            "aliyun-start-report", Feed.CALLS, "aliyun", Times.BEIJING, AliyunCallReport::start),
    ALIYUN_RING_REPORT(
            "aliyun-ring-report", Feed.CALLS, "aliyun", Times.BEIJING, AliyunCallReport::ring),
    ALIYUN_PICK_UP_REPORT(
            "aliyun-pick-up-report", Feed.CALLS, "aliyun", Times.BEIJING, AliyunCallReport::pickUp),
    ALIYUN_BIND("aliyun-bind", Feed.BINDINGS, "aliyun", Times.BEIJING, AliyunBindings::new),
    HUAWEI_FEE_LIST("huawei-fee-list", Feed.CDRS, "huawei", Times.UTC, HuaweiFeeList::new),
    HUAWEI_CALL_EVENTS(
            "huawei-call-events", Feed.CALLS, "huawei", Times.UTC, HuaweiCallEvents::new),
    HUAWEI_BIND("huawei-bind", Feed.BINDINGS, "huawei", Times.UTC, HuaweiBindings::new),
    TENCENT_CALL_RECORD(
            "tencent-call-record",
            Feed.CDRS,
            "tencent",
            Times.EPOCH_SECONDS,
            TencentCallRecord::new),
    GATEWAY_BIND("gateway-bind", Feed.BINDINGS, "gateway", Times.COMPACT, GatewayBindings::new),
    SIP("sip", Feed.CALLS, "ims", Times.ISO, SipMessages::new);

    /** How a provider writes moments unless told otherwise. */
    private enum Times {
        BEIJING("yyyy-MM-dd HH:mm:ss", ZoneId.of("Asia/Shanghai")),
        /** The trap: text without a zone that is not local time. */
        UTC("yyyy-MM-dd HH:mm:ss", ZoneOffset.UTC),
        EPOCH_SECONDS(Moments.EPOCH_S, ZoneOffset.UTC),
        COMPACT("yyyyMMddHHmmss", ZoneId.of("Asia/Shanghai")),
        ISO(Moments.ISO, ZoneOffset.UTC);

        private final String format;
        private final ZoneId zone;

        Times(String format, ZoneId zone) {
            this.format = format;
            this.zone = zone;
        }
    }

    private final String word;
    private final Feed feed;
    private final String provider;
    private final Times times;
    private final Function<Origin, PushReader> reader;

    Adapter(
            String word,
            Feed feed,
            String provider,
            Times times,
            Function<Origin, PushReader> reader) {
        this.word = word;
        this.feed = feed;
        this.provider = provider;
        this.times = times;
        this.reader = reader;
    }

    /** How a mapping file and the command line name it. */
    public String word() {
        return word;
    }

    /** What its pushes become. */
    public Feed feed() {
        return feed;
    }

    public static Optional<Adapter> named(String word) {
        return Arrays.stream(values()).filter(adapter -> adapter.word.equals(word)).findFirst();
    }

    /** All of them, for a sentence. */
    public static String words() {
        return Arrays.stream(values()).map(Adapter::word).collect(Collectors.joining(", "));
    }

    /**
     * A reader of this format; it may remember earlier pushes, so that one reader should see all of a source's in order.
     *
     * @param zone of times that name none; null = as the provider documents it
     * @param constants values by the feed's field names for what the pushes do not say
     */
    public PushReader open(Tokenizer tokenizer, ZoneId zone, Map<String, String> constants) {
        return reader.apply(origin(tokenizer, zone, constants));
    }

    Origin origin(Tokenizer tokenizer, ZoneId zone, Map<String, String> constants) {
        return Origin.of(
                feed,
                this == SIP ? Source.CARRIER : Source.PLATFORM,
                new Moments(times.format, zone == null ? times.zone : zone),
                provider,
                tokenizer,
                constants);
    }
}
