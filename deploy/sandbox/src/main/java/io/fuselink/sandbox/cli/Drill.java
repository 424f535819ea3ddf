/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.Decision;
import io.fuselink.events.Ids;
import io.fuselink.events.Instruction;
import io.fuselink.events.PolicePush;
import io.fuselink.events.PushTarget;
import io.fuselink.events.Source;
import io.fuselink.events.TargetType;
import io.fuselink.events.Urgency;
import io.fuselink.events.Verb;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.delays.Delay;
import io.fuselink.sandbox.delays.Delays;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/** An authority orders blocks of a sandbox's numbers one by one, and an officer takes each of them back. */
final class Drill {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "drill";
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Deployment deployment;
    private final Broker broker;

    Drill(Deployment deployment, Broker broker) {
        this.deployment = deployment;
        this.broker = broker;
    }

    /**
     * Gives so many orders, releases them when all are served, and waits for the parties.
     *
     * @return when it began, epoch ms of the wall clock
     */
    long run(RestClient elastic, int orders) throws IOException {
        var numbers = numbers(elastic, orders);
        var began = System.currentTimeMillis();
        var bundles = new ArrayList<String>();
        for (var number : numbers) {
            bundles.add(order(number, NAME + "-" + began));
        }
        await(Delays.ORDERED, numbers.size(), began);
        bundles.forEach(this::release);
        await(Delays.RELEASED, numbers.size(), began);
        return began;
    }

    /** Numbers that somebody has looked at, that have their first holder, and that an order may be about. */
    private static List<String> numbers(RestClient elastic, int most) throws IOException {
        var search = new Request("GET", "/fuselink-numbers/_search");
        search.setJsonEntity(
                """
                {"size": %d, "_source": ["subject_tk"], "sort": ["subject_tk"],
                 "query": {"bool": {"filter": [{"term": {"number_class": "MOBILE"}}, {"term": {"epoch": 1}}],
                                    "must_not": [{"term": {"protected_subject": true}}]}}}
                """
                        .formatted(most));
        var found = JSON.readTree(elastic.performRequest(search).getEntity().getContent());
        var numbers = found.at("/hits/hits").findValuesAsText("subject_tk");
        if (numbers.isEmpty()) {
            throw OperatorError.badInput(
                    "The sandbox knows no number yet that an order could be about; wait for its first alerts.");
        }
        return numbers.stream().distinct().toList();
    }

    private String order(String number, String caseId) {
        var now = deployment.now();
        var id = Ids.hash("push", caseId, number);
        deployment.say(
                id,
                Source.POLICE,
                NAME,
                now,
                new PolicePush(
                        id,
                        NAME,
                        NAME,
                        Instruction.BLOCK,
                        List.of(new PushTarget(TargetType.NUMBER, number, null, null)),
                        caseId,
                        NAME,
                        now,
                        now + TimeUnit.HOURS.toMillis(1),
                        NAME,
                        Urgency.NORMAL,
                        null));
        pause();
        return BreakerNews.caseBundle(caseId, number);
    }

    private void release(String bundleId) {
        var now = deployment.now();
        var id = Ids.hash("decision", bundleId, Verb.LIFT, NAME, now);
        deployment.say(
                id,
                Source.JOINT_CENTRE,
                NAME,
                now,
                new Decision(id, bundleId, null, Verb.LIFT, NAME, "the drill is over", now));
        pause();
    }

    /** Whatever does not come in time is missing from the count that is shown. */
    private void await(String delay, int count, long since) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && measured(delay, since) < count) {
            pause();
        }
    }

    private int measured(String delay, long since) {
        return Delays.of(broker.client(), null, since).stream()
                .filter(d -> d.what().equals(delay))
                .mapToInt(Delay::count)
                .sum();
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OperatorError.environment("The drill was interrupted.", e);
        }
    }
}
