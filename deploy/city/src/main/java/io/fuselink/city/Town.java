/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.TrunkType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Who lives in the city of a plan: friends and families, the {@link Cast} beside them, each with the
 * first thing they do, and what the truth says of them.
 */
final class Town {
    /** A resident and the moment of the first act, epoch ms. */
    record Enrolled(Resident resident, long firstAct) {}

    /** Innocents under attack on the day of the report bomb, and the crew against each. */
    private static final int BOMBED = 5;

    private static final int BOMBERS = 25;

    final World world;
    final CardOffice cards;
    private final List<Enrolled> residents = new ArrayList<>();
    private final Map<String, Persona> numbers = new TreeMap<>();
    private final List<Campaign> campaigns = new ArrayList<>();
    private final Crowd friends;
    private final Map<String, Lease> leases = new LinkedHashMap<>();
    private final Map<Phone, PurposeClass> registered = new LinkedHashMap<>();
    private final List<Line> listed = new ArrayList<>();
    private final List<Tenure> tenures = new ArrayList<>();
    private final Deque<Line> givenUp = new ArrayDeque<>();

    Town(World world) {
        this.world = world;
        var plan = world.plan;
        var cast = Cast.of(plan);
        friends = new Crowd(world, Cast.friendsBeside(cast, plan.people()), errands(plan));
        cards = new CardOffice(world, plan.errands() > 0 ? List.of() : friends);
        for (var role : cast) {
            for (var n = 0; n < role.count(plan.people()); n++) {
                role.settling().settle(this, n);
            }
        }
        befall(plan.incident());
        enrolAsIs(cards, plan.startMs());
        enrolAsIs(new Registry(world, List.copyOf(leases.values()), registered), plan.startMs());
    }

    private Lease errands(CityPlan plan) {
        if (plan.errands() == 0) {
            return null;
        }
        var lease = lease("crowd-errands", PurposeClass.EXPRESS);
        middleNumbers(lease, plan.people() / (Workload.NUMBERS_PER_MIDDLE_NUMBER - 1));
        return lease;
    }

    /** What goes wrong beyond pace and feeds. */
    private void befall(Incident incident) {
        if (incident == Incident.BAD_THRESHOLD) {
            enrolAsIs(new PolicyOffice(world), world.plan.at(PolicyOffice.PUBLISHES_AT));
        } else if (incident == Incident.REPORT_BOMB) {
            for (var n = 1; n <= BOMBED; n++) {
                ReportBomber.against(this, "report-bomb-" + n, -100L * n, listed(n), BOMBERS);
            }
        }
    }

    /** Places 0 to this are the crowd's, who enter one after the other. */
    int crowdSize() {
        return friends.size();
    }

    /** Places behind the crowd are those of the others, each with a first act of their own. */
    int size() {
        return friends.size() + residents.size();
    }

    int newcomer(int n) {
        return friends.newcomer(n);
    }

    long newcomerEnters(int n) {
        return friends.newcomerEnters(n);
    }

    /** When somebody beside the crowd acts for the first time, epoch ms. */
    long firstAct(int place) {
        return residents.get(place - friends.size()).firstAct();
    }

    /** Lets the one at a place act; see {@link Resident#act}. */
    long act(int place, long now) {
        return place < friends.size()
                ? paced(friends.member(place, now)).act(now)
                : residents.get(place - friends.size()).resident().act(now);
    }

    /** Persona by token; the crowd and the middle numbers are looked up now. */
    Map<String, Persona> numbers() {
        var all = new TreeMap<>(numbers);
        for (var place = 0; place < friends.size(); place++) {
            all.put(friends.tk(place), Persona.FRIEND_AND_FAMILY);
        }
        for (var lease : leases.values()) {
            lease.numbers().forEach(x -> all.put(x.tk(), Persona.MIDDLE_NUMBER));
        }
        return all;
    }

    List<Campaign> campaigns() {
        return campaigns;
    }

    /** Friends and families, all of whom have a handset. */
    List<Line> friends() {
        return friends;
    }

    /** One of them, the same for the same n. */
    Line friend(long n) {
        return friends.get((int) Math.floorMod(n, (long) friends.size()));
    }

    /** People nobody of the persona knows; so many of them are the city's own. */
    Strangers strangers(double own) {
        return new Strangers(world.book, friends, own);
    }

    /** An honest number that stands in every directory: those are reported first. */
    void list(Line line) {
        listed.add(line);
    }

    /** One from the directory; a friend where it is empty. */
    Line listed(int n) {
        return listed.isEmpty() ? friend(n) : listed.get(n % listed.size());
    }

    /** A number its holder gives up during the play, for whoever comes next. */
    void giveUp(Line line) {
        givenUp.add(line);
    }

    /** The next number somebody gives up; null when nobody does. */
    Line takeOver() {
        return givenUp.poll();
    }

    /** The truth: from when to when somebody holds a number that changes hands. */
    void tenure(Tenure tenure) {
        tenures.add(tenure);
    }

    List<Tenure> tenures() {
        return tenures;
    }

    /** A mobile of this persona in a fresh handset, at home in the n-th cell. */
    Line handset(Persona persona, long n) {
        return world.handset(known(world.book.mobile(), persona), world.cell(n));
    }

    /** Numbers of virtual operators that come in by one trunk. */
    List<Line> virtualNumbers(int count, Persona persona, Trunk trunk) {
        return IntStream.range(0, count)
                .mapToObj(i -> Line.onTrunk(known(world.book.virtual(), persona), trunk))
                .toList();
    }

    /** A fixed line. */
    Line landline(Persona persona) {
        return officeLine(known(world.book.landline(), persona));
    }

    /** A service line everybody knows by these digits. */
    Line serviceLine(String digits, Persona persona) {
        return officeLine(known(world.book.known(digits), persona));
    }

    private static Line officeLine(Phone phone) {
        return Line.onTrunk(phone, new Trunk("pstn-" + phone.display(), TrunkType.PSTN));
    }

    /** The lease of a lessee, new the first time it is asked for. */
    Lease lease(String lessee, PurposeClass purpose) {
        return leases.computeIfAbsent(
                lessee,
                name ->
                        new Lease(
                                leases.size(),
                                Parties.PLATFORM + "/" + name,
                                name,
                                purpose,
                                new MiddleNumbers(world.book, leases.size())));
    }

    /** The next middle numbers of a lease; nobody else gets them. */
    List<Phone> middleNumbers(Lease lease, int count) {
        var first = lease.numbers().size();
        lease.numbers().grow(count);
        return lease.numbers().subList(first, first + count);
    }

    /** The joint centre has approved this use of a number. */
    void register(Phone phone, PurposeClass purpose) {
        registered.put(phone, purpose);
    }

    /** The truth: who holds the number. */
    Phone known(Phone phone, Persona persona) {
        numbers.put(phone.tk(), persona);
        if (phone.numberClass().mobile() || phone.numberClass() == NumberClass.IOT_M2M) {
            cards.open(phone);
        }
        return phone;
    }

    /** The truth: these numbers act as one. */
    void campaign(
            String id,
            Persona kind,
            List<Line> members,
            List<String> groupKeys,
            List<Line> victims) {
        campaigns.add(
                new Campaign(
                        id,
                        kind,
                        world.plan.intensity(),
                        members.stream().map(Line::tk).toList(),
                        groupKeys,
                        victims.stream().map(Line::tk).toList()));
    }

    Dice dice(Persona persona, long n) {
        return Dice.of(world.plan.seed(), persona.name(), n);
    }

    Intensity intensity() {
        return new Intensity(world.plan.intensity());
    }

    /** Somebody who acts for the first time so many ms after the start, in the day's own pace. */
    void enrol(Resident resident, long after) {
        residents.add(new Enrolled(paced(resident), world.plan.startMs() + after));
    }

    private Resident paced(Resident resident) {
        return world.plan.incident() == Incident.FESTIVAL ? new Festive(resident) : resident;
    }

    /** Somebody whom neither festival nor tempo hurries to begin with: the first act is at that moment. */
    void enrolAsIs(Resident resident, long at) {
        var start = world.plan.startMs();
        var ordinary = start + Math.round((at - start) * world.plan.tempo());
        residents.add(new Enrolled(resident, ordinary));
    }
}
