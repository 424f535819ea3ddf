/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

import static io.fuselink.jobs.Told.MINUTE;
import static io.fuselink.jobs.Told.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.fuselink.jobs.steps.LinkKind;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Links that were put away are the same when they are taken out again. */
class LinksFormTest {

    @Property(tries = 200)
    void whatANumberWasSeenBehindIsTakenOutAsItWasPutAway(@ForAll long seed) {
        var random = new Random(seed);
        var links = new NumberLinks();
        for (var i = random.nextInt(40); i > 0; i--) {
            links.see(key(random), random.nextInt(3), NOON + i * MINUTE);
        }

        assertThat(LinksForm.numberLinks(LinksForm.write(links)))
                .usingRecursiveComparison()
                .isEqualTo(links);
    }

    @Property(tries = 200)
    void whoSharesSomethingIsTakenOutAsItWasPutAway(@ForAll long seed) {
        var random = new Random(seed);
        var linked = new LinkedNumbers();
        for (var i = random.nextInt(40); i > 0; i--) {
            var number = token(random);
            var edges = List.of(new NumberLinks.Edge(key(random), NOON - i));
            switch (random.nextInt(4)) {
                case 0 -> linked.spreads("episode-" + i);
                case 1 -> linked.room(number, 100);
                case 2 ->
                        linked.block(
                                number, i, new Block("leg-" + i, "bundle", "carrier-甲", NOON + i));
                default -> linked.touch(number, i, NOON + i, 60 * MINUTE, edges);
            }
        }

        linked.lastTouched = NOON + random.nextInt(1_000_000);

        assertThat(LinksForm.linkedNumbers(LinksForm.write(linked)))
                .usingRecursiveComparison()
                .isEqualTo(linked);
    }

    @Example
    void whereNothingWasPutAwayNothingIsKnown() {
        assertThat(LinksForm.numberLinks(null).edges).isEmpty();
        assertThat(LinksForm.linkedNumbers(null).members).isEmpty();
    }

    @Example
    void aLinkOfTwoNumbersByTheirHandsetTakesFewBytes() {
        var linked = new LinkedNumbers();
        var random = new Random(1);
        for (var i = 0; i < 2; i++) {
            var edges = List.of(new NumberLinks.Edge(LinkKind.DEVICE.key(token(random)), NOON));
            linked.touch(token(random), 1, NOON, MINUTE, edges);
        }

        assertThat(LinksForm.write(linked)).hasSizeLessThan(120);
    }

    private static String key(Random random) {
        var kinds = LinkKind.values();
        var kind = kinds[random.nextInt(kinds.length)];
        return kind.key(random.nextBoolean() ? token(random) : "经销商-" + random.nextInt(5));
    }

    private static String token(Random random) {
        return "%032x".formatted(random.nextInt(50));
    }
}
