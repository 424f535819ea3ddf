/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.codec;

import io.fuselink.events.Event;
import io.fuselink.events.Feed;
import io.fuselink.events.OwnerScope;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random but lawful records of any feed or output, drawn from the plans themselves. */
final class Bodies {
    private static final long NEW_YEAR = 1_767_225_600_000L;

    private final Random random;
    private long clock = NEW_YEAR;

    private Bodies(long seed) {
        random = new Random(seed);
    }

    static Arbitrary<Event> events(Feed feed) {
        return Arbitraries.longs().map(seed -> new Bodies(seed).event(feed));
    }

    static Arbitrary<Record> records(Class<? extends Record> type) {
        return Arbitraries.longs().map(seed -> new Bodies(seed).record(RecordPlan.of(type)));
    }

    private Event event(Feed feed) {
        var plan = FeedPlan.of(feed);
        return plan.event(values(plan.fields()), null, null);
    }

    private Record record(RecordPlan plan) {
        return plan.build(values(plan.fields()));
    }

    private Object[] values(FieldPlan[] fields) {
        return Arrays.stream(fields).map(this::value).toArray();
    }

    private Object value(FieldPlan field) {
        var skipped =
                field.optional() && !field.shape().type().isPrimitive() && random.nextInt(3) == 0;
        if (skipped) {
            return null;
        }
        return switch (field.name()) {
            case "scope", "tk" -> token(); // lawful for every kind of scope that is checked
            case "scope_type" -> OwnerScope.POOL;
            default -> value(field.shape(), field.unit());
        };
    }

    private Object value(Shape shape, Unit unit) {
        return switch (shape.kind()) {
            case TEXT -> text(unit);
            case INT -> (int) number(unit);
            case LONG -> number(unit);
            case DOUBLE -> random.nextDouble();
            case BOOLEAN -> random.nextBoolean();
            case ENUM -> shape.words().values().toArray()[random.nextInt(shape.words().size())];
            case RECORD -> record(RecordPlan.of(shape.type()));
            case LIST ->
                    IntStream.range(0, 1 + random.nextInt(2))
                            .mapToObj(i -> value(shape.element(), Unit.NONE))
                            .toList();
            case MAP -> {
                var map = new HashMap<String, Object>();
                map.put(word(), value(shape.element(), Unit.NONE));
                yield map;
            }
        };
    }

    /** Times rise from field to field, so that no record contradicts itself. */
    private long number(Unit unit) {
        return switch (unit) {
            case TIME, TIME_OR_ZERO -> clock += random.nextInt(1000);
            case MILLISECONDS -> clock += random.nextInt(1000);
            case Q850 -> 1 + random.nextInt(127);
            case SIP_STATUS -> 100 + random.nextInt(600);
            case FROM_ONE -> 1;
            default -> random.nextInt(1_000_000);
        };
    }

    private String text(Unit unit) {
        return switch (unit) {
            case TOKEN -> token();
            case MANAGED_UNIT -> "700" + digits(8);
            case PROVINCE -> digits(2);
            case GEOHASH_5 -> "wx4g0";
            case LANGUAGE -> "zh-CN";
            default -> word();
        };
    }

    private String token() {
        return IntStream.range(0, 16)
                .mapToObj(i -> String.format("%02x", random.nextInt(256)))
                .collect(Collectors.joining());
    }

    private String digits(int count) {
        return random.ints(count, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }

    private String word() {
        return List.of("a", "订单-7", "é\"\\\n", "😀", "call_1", " ").get(random.nextInt(6))
                + random.nextInt(1000);
    }
}
