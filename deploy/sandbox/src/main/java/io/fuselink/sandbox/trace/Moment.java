/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.trace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Something that happened to a number.
 *
 * @param atMs when, epoch ms; {@code at} the same in Beijing's time
 * @param what in one word, such as {@code REGISTRATION OPENED} or {@code LEG EFFECTIVE}
 * @param from which feed or output tells of it
 * @param record what it tells, as it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Moment(@JsonIgnore long atMs, String at, String what, String from, JsonNode record) {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    static Moment of(long atMs, String what, String from, JsonNode record) {
        var at = Instant.ofEpochMilli(atMs).atZone(BEIJING).toOffsetDateTime();
        return new Moment(atMs, at.toString(), what, from, record);
    }
}
