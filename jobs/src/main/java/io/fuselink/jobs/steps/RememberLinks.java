/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.DeadLetterReason;
import io.fuselink.jobs.order.Step;
import io.fuselink.jobs.order.StepContext;
import io.fuselink.jobs.state.LinksForm;
import io.fuselink.jobs.state.NumberLinks;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/**
 * Step 11, first half: remembers behind which keys a number was seen, and tells each key of the number:
 * that it was seen there and behind which other strong keys, and its assessment.
 *
 * <p>A key is forgotten when the time of its kind is over, and the number with its last key.
 */
public final class RememberLinks implements Step<LinkTouch, LinkTouch> {
    private static final long DAY_MS = 24 * 3_600_000L;
    private static final String FORGET = "forget";
    private static final ValueStateDescriptor<byte[]> LINKS =
            new ValueStateDescriptor<>(
                    "packed-number-links", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private transient ValueState<byte[]> numberLinks;

    @Override
    public void open(RuntimeContext runtime) {
        numberLinks = runtime.getState(LINKS);
    }

    @Override
    public void onEvent(LinkTouch touch, StepContext<LinkTouch> context) throws Exception {
        var links = LinksForm.numberLinks(numberLinks.value());
        if (touch.seed() != null) {
            spread(links, touch, context);
            return;
        }
        var fresh = links.see(touch.linkKey(), touch.epoch(), context.now());
        var strong = strong(links, context.now());
        context.emit(touch.behind(touch.linkKey(), strong));
        if (fresh && LinkKind.of(touch.linkKey()).strong()) {
            tellOthers(touch, strong, context);
        }
        numberLinks.update(LinksForm.write(links));
        context.alarm(
                (Math.floorDiv(context.now() + LinkKind.of(touch.linkKey()).windowMs(), DAY_MS) + 1)
                        * DAY_MS,
                FORGET);
    }

    private static void spread(NumberLinks links, LinkTouch seed, StepContext<LinkTouch> context) {
        if (links.epoch > seed.epoch()) {
            context.count("link-edges.seed-of-an-earlier-holder");
            return;
        }
        var strong = strong(links, context.now());
        for (var edge : links.edges) {
            if (lives(edge, context.now())) {
                context.emit(seed.behind(edge.linkKey(), strong));
            }
        }
    }

    /** The number's other strong keys must know of the new one, though it was not seen there again. */
    private static void tellOthers(
            LinkTouch touch, List<NumberLinks.Edge> strong, StepContext<LinkTouch> context) {
        for (var edge : strong) {
            if (!edge.linkKey().equals(touch.linkKey())) {
                context.emit(touch.behind(edge.linkKey(), strong));
            }
        }
    }

    private static List<NumberLinks.Edge> strong(NumberLinks links, long now) {
        return links.edges.stream()
                .filter(e -> LinkKind.of(e.linkKey()).strong() && lives(e, now))
                .toList();
    }

    private static boolean lives(NumberLinks.Edge edge, long now) {
        return edge.lastAt() + LinkKind.of(edge.linkKey()).windowMs() > now;
    }

    @Override
    public void onAlarm(String name, StepContext<LinkTouch> context) throws Exception {
        var bytes = numberLinks.value();
        if (bytes == null) {
            return;
        }
        var links = LinksForm.numberLinks(bytes);
        links.edges.removeIf(e -> !lives(e, context.now()));
        if (links.edges.isEmpty()) {
            numberLinks.clear();
        } else {
            numberLinks.update(LinksForm.write(links));
        }
    }

    @Override
    public void onRefused(
            LinkTouch touch, DeadLetterReason reason, StepContext<LinkTouch> context) {
        context.count("link-edges." + reason);
    }
}
