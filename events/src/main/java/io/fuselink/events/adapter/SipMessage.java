/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fuselink.events.DeadLetterReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One SIP message (RFC 3261): its start line and headers; a body is never read. Written raw, or as the
 * JSON of a probe: {@code {"time", "message"}} or {@code {"time", "start_line", "headers"}}.
 *
 * @param time when the probe saw it, null when it does not say
 */
record SipMessage(String startLine, Map<String, List<String>> headers, String time) {
    private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]*)[ \\t]*:(.*)");
    private static final Map<String, String> COMPACT =
            Map.of("f", "from", "t", "to", "i", "call-id", "v", "via", "m", "contact");
    private static final Pattern URI =
            Pattern.compile("<\\s*([^>]*)>|((?:sips?|tel):[^\\s;,>]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG =
            Pattern.compile(";\\s*tag\\s*=\\s*([^;,\\s]+)", Pattern.CASE_INSENSITIVE);

    static SipMessage of(byte[] push) {
        var text = new String(push, StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("{") ? ofJson(Json.tree(push)) : ofText(text, null);
    }

    private static SipMessage ofJson(JsonNode probe) {
        var time = probe.hasNonNull("time") ? probe.get("time").asText() : null;
        if (probe.hasNonNull("message")) {
            return ofText(probe.get("message").asText(), time);
        }
        if (!probe.hasNonNull("start_line")) {
            throw new Unusable(DeadLetterReason.MISSING_FIELD, "start_line is missing");
        }
        var headers = new TreeMap<String, List<String>>();
        for (var header : probe.path("headers").properties()) {
            var values = header.getValue();
            var each = values.isArray() ? values : List.of(values);
            each.forEach(value -> add(headers, header.getKey(), value.asText()));
        }
        return new SipMessage(probe.get("start_line").asText(), headers, time);
    }

    private static SipMessage ofText(String text, String time) {
        var unfolded = text.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n", -1);
        var headers = new TreeMap<String, List<String>>();
        for (var i = 1; i < unfolded.length; i++) {
            var header = HEADER.matcher(unfolded[i]);
            if (header.matches()) {
                add(headers, header.group(1), header.group(2));
            }
        }
        return new SipMessage(unfolded[0].strip(), headers, time);
    }

    private static void add(Map<String, List<String>> headers, String name, String value) {
        var lower = name.toLowerCase(Locale.ROOT);
        headers.computeIfAbsent(COMPACT.getOrDefault(lower, lower), n -> new ArrayList<>())
                .add(value.strip());
    }

    /** Every value of a header, in order; several in one line are one value. */
    List<String> all(String header) {
        return headers.getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
    }

    /** The first value of a header, null without one. */
    String header(String name) {
        var values = all(name);
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    String required(String name) {
        var value = header(name);
        if (value == null) {
            throw new Unusable(DeadLetterReason.MISSING_FIELD, name + " is missing");
        }
        return value;
    }

    boolean request() {
        return !startLine.startsWith("SIP/2.0 ");
    }

    /** Of the request, or of the request that a response answers. */
    String method() {
        var words = (request() ? startLine : "- " + required("CSeq")).split("\\s+");
        return words[request() ? 0 : words.length - 1];
    }

    /** Of a response; 0 for a request. */
    int status() {
        var words = startLine.split("\\s+");
        return request() || words.length < 2 || !words[1].matches("\\d{3}")
                ? 0
                : Integer.parseInt(words[1]);
    }

    /** The address of the request line, null for a response. */
    String target() {
        var words = startLine.split("\\s+");
        return request() && words.length > 1 ? words[1] : null;
    }

    /** The addresses in a value that may list several, such as two identities or a history. */
    static List<String> addresses(List<String> values) {
        return values.stream()
                .flatMap(value -> URI.matcher(value).results())
                .map(uri -> uri.group(1) == null ? uri.group(2) : uri.group(1))
                .toList();
    }

    /** The tag of a From or To, null without one. */
    static String tag(String address) {
        return address == null ? null : found(TAG.matcher(address));
    }

    /** A parameter of a header's first value without its quotes, null without one. */
    String parameter(String header, String name) {
        var value = header(header);
        return value == null
                ? null
                : found(
                        Pattern.compile(
                                        "(?:^|[;\\s])" + name + "\\s*=\\s*\"?([^\";,\\s]+)",
                                        Pattern.CASE_INSENSITIVE)
                                .matcher(value));
    }

    private static String found(Matcher matcher) {
        return matcher.find() ? matcher.group(1) : null;
    }
}
