/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.NumberLinks;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Step 11, first half: remembers behind which keys a number was seen, and brings its assessment to each
 * of them.
 *
 * <p>A key is forgotten when the time of its kind is over, and the number with its last key.
 */
public final class RememberLinks implements Step<LinkTouch, LinkTouch> {
    private static final long DAY_MS = 24 * 3_600_000L;
    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<NumberLinks> LINKS =
            new ValueStateDescriptor<>("number-links", TypeInformation.of(NumberLinks.class));

    private transient ValueState<NumberLinks> numberLinks;

    @Override
    public void open(RuntimeContext runtime) {
        numberLinks = runtime.getState(LINKS);
    }

    @Override
    public void onEvent(LinkTouch touch, StepContext<LinkTouch> context) throws Exception {
        var links = numberLinks.value() == null ? new NumberLinks() : numberLinks.value();
        if (touch.seed() != null) {
            for (var edge : links.edges) {
                if (links.epoch <= touch.epoch() && lives(edge, context.now())) {
                    context.emit(touch.behind(edge.linkKey()));
                }
            }
            return;
        }
        links.see(touch.linkKey(), touch.epoch(), context.now());
        numberLinks.update(links);
        context.alarm(
                (Math.floorDiv(context.now() + LinkKind.of(touch.linkKey()).windowMs(), DAY_MS) + 1)
                        * DAY_MS,
                FORGET);
    }

    private static boolean lives(NumberLinks.Edge edge, long now) {
        return edge.lastAt() + LinkKind.of(edge.linkKey()).windowMs() > now;
    }

    @Override
    public void onAlarm(String name, StepContext<LinkTouch> context) throws Exception {
        var links = numberLinks.value();
        if (links == null) {
            return;
        }
        links.edges.removeIf(e -> !lives(e, context.now()));
        if (links.edges.isEmpty()) {
            numberLinks.clear();
        } else {
            numberLinks.update(links);
        }
    }

    @Override
    public void onRefused(
            LinkTouch touch, DeadLetterReason reason, StepContext<LinkTouch> context) {
        context.count("link-edges." + reason);
    }
}
