/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.PurposeClass;
import io.fuselink.events.TrunkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Who lives in the city of a plan: benign people by share, evaders on top, each with the first thing they do. */
final class Town {
    /** A resident and the moment of the first act, epoch ms. */
    record Enrolled(Resident resident, long firstAct) {}

    private static final double COURIER_SHARE = 0.03;
    private static final int PEOPLE_PER_OFFICE_LINE = 150;
    private static final int PEOPLE_PER_CAMPAIGN = 5_000;
    private static final int CIRCLE_REACH = 3;
    private static final int MIDDLE_NUMBERS_PER_COURIER = 40;

    private static final int ROTATOR_NUMBERS = 26;

    /** 11 to 13 calls an hour and number: each of them polite, 290 an hour together. */
    private static final ListDialler.Habit ROTATOR =
            new ListDialler.Habit(283_000, 340_000, 0.12, 0.2, 3_000, 14_000, 0);

    private static final int GOIP_SIMS = 12;

    /** 21 to 38 calls an hour and SIM. */
    private static final ListDialler.Habit GOIP =
            new ListDialler.Habit(96_000, 165_000, 0.25, 0.15, 4_000, 35_000, 0.04);

    private static final int RELAY_OPENERS = 4;
    private static final int RELAY_VICTIMS = 6;

    /** What openers do between victims: calls that come to nothing. */
    private static final ListDialler.Habit OPENER =
            new ListDialler.Habit(420_000, 600_000, 0.3, 0.1, 5_000, 40_000, 0);

    /** A relay's last victim must have been heard to the end before the play is over, ms. */
    private static final long LONGEST_RELAY_MS = 55 * 60_000;

    private static final long RELAY_BEGINS_MS = 4 * 60_000;
    private static final long SHORTEST_RELAY_WINDOW_MS = 5 * 60_000;

    private static final int HARVESTED = 6;

    private final World world;
    private final List<Enrolled> residents = new ArrayList<>();
    private final Map<String, Persona> numbers = new TreeMap<>();
    private final List<Campaign> campaigns = new ArrayList<>();
    private final List<Line> friends = new ArrayList<>();
    private final List<Lease> leases = new ArrayList<>();
    private final List<Phone> hospitals = new ArrayList<>();
    private final List<Phone> hotlines = new ArrayList<>();

    Town(World world) {
        this.world = world;
        var people = world.plan.people();
        var couriers = Math.max(2, (int) Math.round(people * COURIER_SHARE));
        var offices = Math.max(1, people / PEOPLE_PER_OFFICE_LINE);
        settleFriends(people - couriers - 2 * offices);
        settleCouriers(couriers);
        settleHospitals(offices);
        settleLawyers(offices);
        settleAdvisoryLines();
        for (var i = 0; i <= people / PEOPLE_PER_CAMPAIGN; i++) {
            settleRotator(i);
            settleGoip(i);
            settleRelay(i);
            settleUnboundCaller(i);
            settleOverstayingCaller(i);
        }
        residents.add(
                new Enrolled(
                        new Registry(world, leases, hospitals, hotlines), world.plan.startMs()));
    }

    List<Enrolled> residents() {
        return residents;
    }

    /** Persona by token. */
    Map<String, Persona> numbers() {
        return numbers;
    }

    List<Campaign> campaigns() {
        return campaigns;
    }

    private void settleFriends(int count) {
        for (var i = 0; i < count; i++) {
            friends.add(
                    world.handset(
                            known(world.book.mobile(), Persona.FRIEND_AND_FAMILY), world.cell(i)));
        }
        for (var i = 0; i < count; i++) {
            var me = i;
            var circle =
                    IntStream.rangeClosed(-CIRCLE_REACH, CIRCLE_REACH)
                            .filter(step -> step != 0)
                            .mapToObj(step -> friends.get(Math.floorMod(me + step, count)))
                            .toList();
            var dice = dice(Persona.FRIEND_AND_FAMILY, i);
            enrol(new Friend(world, friends.get(i), circle, dice), dice.between(30_000, 1_320_000));
        }
    }

    private void settleCouriers(int count) {
        var perLease = (count + 1) / 2;
        leases.add(lease(0, "swift-express", PurposeClass.EXPRESS, perLease));
        leases.add(lease(1, "hot-wok", PurposeClass.FOOD, perLease));
        for (var i = 0; i < count; i++) {
            var lease = leases.get(i % 2);
            var first = i / 2 * MIDDLE_NUMBERS_PER_COURIER;
            var own = lease.numbers().subList(first, first + MIDDLE_NUMBERS_PER_COURIER);
            var line = world.handset(known(world.book.mobile(), Persona.COURIER), world.cell(i));
            var dice = dice(Persona.COURIER, i);
            enrol(
                    new Courier(world, line, lease, own, friends, dice),
                    dice.between(30_000, 300_000));
        }
    }

    /** A lease with numbers for its couriers, and as many again for anybody else. */
    private Lease lease(int n, String lessee, PurposeClass purpose, int couriers) {
        var numbers =
                IntStream.range(0, (couriers + 1) * MIDDLE_NUMBERS_PER_COURIER)
                        .mapToObj(i -> known(world.book.middleNumber(n, i), Persona.MIDDLE_NUMBER))
                        .toList();
        return new Lease(Parties.PLATFORM + "/" + lessee, lessee, purpose, numbers);
    }

    private void settleHospitals(int count) {
        for (var i = 0; i < count; i++) {
            var phone = known(world.book.landline(), Persona.HOSPITAL_LINE);
            hospitals.add(phone);
            var dice = dice(Persona.HOSPITAL_LINE, i);
            enrol(
                    new HospitalLine(world, officeLine(phone), friends, dice),
                    dice.between(60_000, 120_000));
        }
    }

    private void settleLawyers(int count) {
        for (var i = 0; i < count; i++) {
            var office = known(world.book.landline(), Persona.GOVERNMENT_LINE);
            var home = known(world.book.visitor(), Persona.LAWYER);
            var dice = dice(Persona.LAWYER, i);
            enrol(
                    new Lawyer(world, world.handset(home, world.cell(i)), office, dice),
                    dice.between(60_000, 300_000));
        }
    }

    private void settleAdvisoryLines() {
        for (var digits : List.of("95588", "96110")) {
            var phone = known(world.book.known(digits), Persona.ADVISORY_LINE);
            hotlines.add(phone);
            var dice = dice(Persona.ADVISORY_LINE, Integer.parseInt(digits));
            enrol(
                    new AdvisoryLine(world, officeLine(phone), friends, dice),
                    dice.between(60_000, 600_000));
        }
    }

    private void settleRotator(int n) {
        var trunk = new Trunk("ent-rotator-" + n, TrunkType.ENT);
        var members = virtualNumbers(ROTATOR_NUMBERS, Persona.POLITE_ROTATOR, trunk);
        dialLists(members, ROTATOR, Persona.POLITE_ROTATOR, n);
        campaign(
                "rotator-" + n,
                Persona.POLITE_ROTATOR,
                members,
                List.of("TRUNK:" + trunk.id()),
                List.of());
    }

    private void settleGoip(int n) {
        var imei = world.book.token("GOIP", n);
        var cell = world.cell(n + 7L);
        var members =
                IntStream.range(0, GOIP_SIMS)
                        .mapToObj(i -> known(world.book.mobile(), Persona.STATIC_GOIP))
                        .map(phone -> world.sim(phone, imei, cell))
                        .toList();
        dialLists(members, GOIP, Persona.STATIC_GOIP, n);
        campaign(
                "goip-" + n,
                Persona.STATIC_GOIP,
                members,
                List.of("DEVICE:" + imei, "CELL:" + cell.tk()),
                List.of());
    }

    private void settleRelay(int n) {
        var name = "relay-" + n;
        var trunk = new Trunk("ent-relay-" + n, TrunkType.ENT);
        var openers = virtualNumbers(RELAY_OPENERS, Persona.RELAY_IMPERSONATOR, trunk);
        var closers = closers(n, trunk);
        var victims =
                IntStream.range(0, RELAY_VICTIMS)
                        .mapToObj(i -> friends.get((n * RELAY_VICTIMS + i) * 7 % friends.size()))
                        .toList();
        dialLists(openers, OPENER, Persona.RELAY_IMPERSONATOR, n);
        var window =
                Math.max(
                        SHORTEST_RELAY_WINDOW_MS,
                        world.plan.lengthMs() - RELAY_BEGINS_MS - LONGEST_RELAY_MS);
        enrol(
                new RelayCrew(
                        world,
                        name,
                        openers,
                        closers,
                        victims,
                        window / RELAY_VICTIMS,
                        dice(Persona.RELAY_IMPERSONATOR, -1 - n)),
                RELAY_BEGINS_MS);
        var members = new ArrayList<>(openers);
        closers.forEach(closer -> members.add(closer.line()));
        campaign(
                name, Persona.RELAY_IMPERSONATOR, members, List.of("TRUNK:" + trunk.id()), victims);
    }

    /** Two on the openers' trunk, masked as the police, and one from abroad under its own number. */
    private List<RelayCrew.Closer> closers(int n, Trunk trunk) {
        var masked = virtualNumbers(2, Persona.RELAY_IMPERSONATOR, trunk);
        var abroad = known(world.book.known("+8525123400" + n % 10), Persona.RELAY_IMPERSONATOR);
        return List.of(
                new RelayCrew.Closer(masked.get(0), Presented.mask("+86110")),
                new RelayCrew.Closer(masked.get(1), Presented.mask("020110")),
                new RelayCrew.Closer(
                        Line.onTrunk(abroad, new Trunk("intl-gateway", TrunkType.INTL)),
                        Presented.truly(abroad)));
    }

    private void settleUnboundCaller(int n) {
        var lease = leases.get(n % 2);
        var dice = dice(Persona.NO_BINDING_SPOOFER, 2L * n);
        var line =
                world.handset(
                        known(world.book.mobile(), Persona.NO_BINDING_SPOOFER), world.cell(n));
        var harvested =
                IntStream.range(0, HARVESTED)
                        .mapToObj(i -> lease.numbers().get((n + i * 11) % lease.numbers().size()))
                        .toList();
        enrol(
                new UnboundCaller(world, line, lease, harvested, dice),
                dice.between(60_000, 600_000));
        campaign(
                "unbound-" + n,
                Persona.NO_BINDING_SPOOFER,
                List.of(line),
                leaseKey(lease),
                List.of());
    }

    private void settleOverstayingCaller(int n) {
        var lease = leases.get(n % 2);
        var dice = dice(Persona.NO_BINDING_SPOOFER, 2L * n + 1);
        var line =
                world.handset(
                        known(world.book.mobile(), Persona.NO_BINDING_SPOOFER), world.cell(n));
        var customer = friends.get((n * 13 + 5) % friends.size());
        var x = lease.numbers().get(lease.numbers().size() - 1 - n % MIDDLE_NUMBERS_PER_COURIER);
        enrol(
                new OverstayingCaller(world, line, customer.phone(), lease, x, dice),
                dice.between(60_000, 300_000));
        campaign(
                "overstaying-" + n,
                Persona.NO_BINDING_SPOOFER,
                List.of(line),
                leaseKey(lease),
                List.of(customer));
    }

    private List<Line> virtualNumbers(int count, Persona persona, Trunk trunk) {
        return IntStream.range(0, count)
                .mapToObj(i -> Line.onTrunk(known(world.book.virtual(), persona), trunk))
                .toList();
    }

    private void dialLists(List<Line> members, ListDialler.Habit habit, Persona persona, int n) {
        for (var i = 0; i < members.size(); i++) {
            var dice = dice(persona, n * 1_000L + i);
            enrol(
                    new ListDialler(world, members.get(i), habit, dice),
                    dice.between(10_000, habit.gapLeast()));
        }
    }

    private void campaign(
            String id,
            Persona kind,
            List<Line> members,
            List<String> groupKeys,
            List<Line> victims) {
        campaigns.add(
                new Campaign(
                        id,
                        kind,
                        members.stream().map(Line::tk).toList(),
                        groupKeys,
                        victims.stream().map(Line::tk).toList()));
    }

    private static List<String> leaseKey(Lease lease) {
        return List.of("LEASE:" + lease.poolKey());
    }

    private static Line officeLine(Phone phone) {
        return Line.onTrunk(phone, new Trunk("pstn-" + phone.display(), TrunkType.PSTN));
    }

    private Phone known(Phone phone, Persona persona) {
        numbers.put(phone.tk(), persona);
        return phone;
    }

    private Dice dice(Persona persona, long n) {
        return Dice.of(world.plan.seed(), persona.name(), n);
    }

    private void enrol(Resident resident, long after) {
        residents.add(new Enrolled(resident, world.plan.startMs() + after));
    }
}
