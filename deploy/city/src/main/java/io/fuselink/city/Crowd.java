/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.AbstractList;
import java.util.List;

/**
 * Friends and families, any number of them: number, handset, home, circle and chance of each are
 * functions of the seed and of the place among them, so that nobody is held in memory. Places are a
 * ring; neighbours know each other.
 */
final class Crowd extends AbstractList<Line> {
    private static final int CIRCLE_REACH = 3;
    private static final long FIRST_ENTERS_MS = 30_000;
    private static final long LAST_ENTERS_MS = 1_320_000;

    /** Lines of the last so many who were asked for are kept at hand, a power of two. */
    private static final int AT_HAND = 1 << 17;

    private final World world;
    private final int size;
    private final Lease errands;
    private final long firstMobile;
    private final long firstHandset;
    private final Dice dice;
    private final long stride;
    private final Line[] lines;
    private final int[] places;

    /** @param errands lease whose numbers the crowd's own errands go through, null when it has none */
    Crowd(World world, int size, Lease errands) {
        this.world = world;
        this.errands = errands;
        this.size = size;
        this.firstMobile = world.book.reserveMobiles(size);
        this.firstHandset = world.reserveHandsets(size);
        this.dice = Dice.of(world.plan.seed(), Persona.FRIEND_AND_FAMILY.name(), 0);
        this.stride = scattering(size);
        this.lines = new Line[Math.min(AT_HAND, Integer.highestOneBit(2 * size - 1))];
        this.places = new int[lines.length];
    }

    /** Coprime to the size and about 0.618 of it, so that consecutive multiples lie far apart. */
    private static long scattering(int size) {
        var stride = Math.max(1, Math.round(size * 0.618));
        while (!coprime(stride, size)) {
            stride++;
        }
        return stride;
    }

    private static boolean coprime(long a, long b) {
        return b == 0 ? a == 1 : coprime(b, a % b);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Line get(int place) {
        var slot = place & lines.length - 1;
        if (lines[slot] == null || places[slot] != place) {
            lines[slot] =
                    world.handset(
                            world.book.mobile(firstMobile + place),
                            world.cell(place),
                            firstHandset + place);
            places[slot] = place;
        }
        return lines[slot];
    }

    /** Token of the number at a place. */
    String tk(int place) {
        return world.book.mobile(firstMobile + place).tk();
    }

    /** Who acts first, second, … for the first time. */
    int newcomer(int n) {
        return (int) (n * stride % size);
    }

    /** When the n-th of them does, epoch ms. */
    long newcomerEnters(int n) {
        return world.plan.startMs()
                + FIRST_ENTERS_MS
                + (LAST_ENTERS_MS - FIRST_ENTERS_MS) * n / size;
    }

    /** The one at a place, as of now. */
    Resident member(int place, long now) {
        var own = dice.of(place, now);
        if (errands != null && own.chance(world.plan.errands())) {
            var x = errands.numbers().get(place % errands.numbers().size());
            return new Errand(world, get(place), circle(place), errands, x, own);
        }
        return errands == null
                ? new Friend(world, get(place), circle(place), own)
                : new Acquaintance(world, get(place), circle(place), own);
    }

    private List<Line> circle(int me) {
        return new AbstractList<>() {
            @Override
            public int size() {
                return 2 * CIRCLE_REACH;
            }

            @Override
            public Line get(int n) {
                var step = n < CIRCLE_REACH ? n - CIRCLE_REACH : n - CIRCLE_REACH + 1;
                return Crowd.this.get(Math.floorMod(me + step, size));
            }
        };
    }
}
