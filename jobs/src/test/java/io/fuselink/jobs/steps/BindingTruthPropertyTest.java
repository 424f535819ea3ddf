/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import static io.fuselink.jobs.Told.HOUR;
import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static io.fuselink.jobs.Told.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.events.BindingVerdict;
import io.fuselink.events.Event;
import io.fuselink.events.HealthState;
import io.fuselink.jobs.ACall;
import io.fuselink.jobs.Told;
import io.fuselink.jobs.feeds.FeedReading;
import io.fuselink.jobs.order.StepHarness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What the order of arrival must not decide: the verdicts of a crowded middle number. */
class BindingTruthPropertyTest {
    private static final String X = "middle-number";

    @Property(tries = 60)
    void anyPermutationWithinTheLatenessGivesTheSameVerdicts(
            @ForAll Random dice, @ForAll @IntRange(min = 1, max = 60) int pairs) throws Exception {
        var events = day(dice, pairs, 0);
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, dice);

        assertThat(verdicts(shuffled)).isEqualTo(verdicts(events)).hasSize(2 * pairs);
    }

    @Property(tries = 60)
    void nobodyWithABindingThatIsAtMostTheGraceLateIsEverAccused(
            @ForAll Random dice, @ForAll @IntRange(min = 1, max = 60) int pairs) throws Exception {
        var verdicts = verdicts(day(dice, pairs, 5 * SECOND));

        assertThat(verdicts.values()).hasSize(2 * pairs).containsOnly(BindingVerdict.BOUND_OK);
    }

    /** Pairs behind one number; each calls in both directions, the first call as soon as it is bound. */
    private static List<Event> day(Random dice, int pairs, long bindingsLateMs) {
        var events = new ArrayList<Event>();
        for (var n = 0; n < pairs; n++) {
            var from = NOON + dice.nextInt((int) HOUR);
            var shop = "shop-" + dice.nextInt(5);
            var customer = "customer-" + n;
            var binding = ABinding.of("sub-" + n, shop, customer, X, from, from + 10 * MINUTE);
            var told = from + (bindingsLateMs == 0 ? 0 : dice.nextInt((int) bindingsLateMs));
            var unbinds = bindingsLateMs == 0 && dice.nextBoolean();
            events.add(binding.bound(told));
            events.add(call("out-" + n, shop, customer).setUp(from + 1));
            var back = from + (bindingsLateMs == 0 ? dice.nextInt(20) : 5) * MINUTE;
            events.add(call("back-" + n, customer, shop).setUp(back));
            if (unbinds) {
                events.add(binding.unbound(from + 5 * MINUTE));
            }
        }
        return events;
    }

    private static Map<String, BindingVerdict> verdicts(List<Event> events) throws Exception {
        try (var step = StepHarness.of(new AttributeCalls(), Event.class, Routing::middleNumber)) {
            step.reading(
                    new FeedReading(
                            Told.PROVIDER, HealthState.HEALTHY, Long.MAX_VALUE, NOON - HOUR));
            step.tell(events).until(NOON + 3 * HOUR);
            var verdicts = new TreeMap<String, BindingVerdict>();
            step.told().forEach(call -> verdicts.put(call.orderId(), call.verdict()));
            return verdicts;
        }
    }

    private static ACall call(String id, String from, String to) {
        return ACall.of(id, from, to).through(X);
    }
}
