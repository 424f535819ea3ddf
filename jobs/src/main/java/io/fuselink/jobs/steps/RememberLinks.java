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
 * <p>A key is forgotten when the time of its kind is over, and the number with its last key; the daily sweep
 * clears it away.
 */
public final class RememberLinks implements Step<LinkTouch, LinkTouch> {
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
        var links = living(LinksForm.numberLinks(numberLinks.value()), context.now());
        if (touch.seed() != null) {
            spread(links, touch, context);
            return;
        }
        var fresh = links.see(touch.linkKey(), touch.epoch(), context.now());
        var strong = strong(links);
        context.emit(touch.behind(touch.linkKey(), strong));
        if (fresh && LinkKind.of(touch.linkKey()).strong()) {
            tellOthers(touch, strong, context);
        }
        numberLinks.update(LinksForm.write(links));
    }

    /** What is over was not there, whether it has been swept away yet or not. */
    private static NumberLinks living(NumberLinks links, long now) {
        links.edges.removeIf(e -> !lives(e, now));
        return links.edges.isEmpty() ? new NumberLinks() : links;
    }

    private static void spread(NumberLinks links, LinkTouch seed, StepContext<LinkTouch> context) {
        if (links.epoch > seed.epoch()) {
            context.count("link-edges.seed-of-an-earlier-holder");
            return;
        }
        var strong = strong(links);
        for (var edge : links.edges) {
            context.emit(seed.behind(edge.linkKey(), strong));
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

    private static List<NumberLinks.Edge> strong(NumberLinks links) {
        return links.edges.stream().filter(e -> LinkKind.of(e.linkKey()).strong()).toList();
    }

    private static boolean lives(NumberLinks.Edge edge, long now) {
        return edge.lastAt() + LinkKind.of(edge.linkKey()).windowMs() > now;
    }

    @Override
    public String sweptState() {
        return LINKS.getName();
    }

    @Override
    public void sweep(StepContext<LinkTouch> context) throws Exception {
        var known = LinksForm.numberLinks(numberLinks.value());
        var edges = known.edges.size();
        var links = living(known, context.now());
        if (links.edges.isEmpty()) {
            numberLinks.clear();
        } else if (links.edges.size() < edges) {
            numberLinks.update(LinksForm.write(links));
        }
    }

    @Override
    public void onRefused(
            LinkTouch touch, DeadLetterReason reason, StepContext<LinkTouch> context) {
        context.count("link-edges." + reason);
    }
}
