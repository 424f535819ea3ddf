/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import java.util.List;

/** Everybody beside friends and families: who plays, and how many of them a city of a size has. */
final class Cast {
    private static final int PEOPLE_PER_CAMPAIGN = 5_000;

    private static final List<Role> ROLES =
            List.of(
                    new Role(Persona.COURIER, 33, 2, Courier::settle),
                    new Role(Persona.RIDER, 50, 1, Rider::settle),
                    new Role(Persona.DRIVER, 60, 1, Driver::settle),
                    new Role(Persona.TEACHER, 150, 1, Teacher::settle),
                    new Role(Persona.RECRUITER, 150, 1, Recruiter::settle),
                    new Role(Persona.CUSTOMER_SERVICE, 300, 1, CustomerService::settle),
                    new Role(Persona.HIKER_ABROAD, 200, 1, HikerAbroad::settle),
                    new Role(Persona.ELDERLY, 25, 1, Elderly::settle),
                    new Role(Persona.SHOP_AT_NOON, 100, 2, ShopAtNoon::settle),
                    new Role(Persona.WEDDING_PLANNER, 300, 1, WeddingPlanner::settle),
                    new Role(Persona.IOT_MODULE, 60, 2, IotModule::settle),
                    new Role(Persona.REPAIR_SHOP, 300, 1, RepairShop::settle),
                    new Role(Persona.HOTLINE, 300, 1, Hotline::settle),
                    new Role(Persona.HOSPITAL_LINE, 150, 1, HospitalLine::settle),
                    new Role(Persona.LAWYER, 150, 1, Lawyer::settle),
                    new Role(Persona.ADVISORY_LINE, Integer.MAX_VALUE, 2, AdvisoryLine::settle),
                    evader(Persona.POLITE_ROTATOR, PoliteRotator::settle),
                    evader(Persona.STATIC_GOIP, StaticGoip::settle),
                    evader(Persona.RELAY_IMPERSONATOR, RelayCrew::settle),
                    evader(Persona.NO_BINDING_SPOOFER, UnboundCaller::settle),
                    evader(Persona.NO_BINDING_SPOOFER, OverstayingCaller::settle),
                    evader(Persona.VEHICLE_GOIP, VehicleGoip::settle),
                    evader(Persona.RESALE_SPLIT, ResaleSplit::settle),
                    evader(Persona.BINDING_BURST_FARM, BindingBurstFarm::settle),
                    evader(Persona.SPOOFED_HOTLINE, SpoofedHotline::settle),
                    evader(Persona.SLEEPER_CARD, SleeperCard::settle),
                    evader(Persona.NEW_CARD_BURST, NewCardBurst::settle),
                    evader(Persona.PHOENIX, Phoenix::settle),
                    evader(Persona.SCRIPT_PARAPHRASER, ScriptParaphraser::settle),
                    evader(Persona.REPORT_BOMBER, ReportBomber::settle),
                    evader(Persona.FAKE_ORDER_FARM, FakeOrderFarm::settle),
                    new Role(Persona.NEW_HOLDER, 150, 2, NewHolder::settle));

    private Cast() {}

    private static Role evader(Persona persona, Settling settling) {
        return new Role(persona, PEOPLE_PER_CAMPAIGN, 1, settling);
    }

    /** The roles a plan casts, in the order in which they settle. */
    static List<Role> of(CityPlan plan) {
        return ROLES.stream().filter(role -> plan.cast().contains(role.persona())).toList();
    }

    /** How many of the residents are left to be friends and families; evaders are no residents. */
    static int friendsBeside(List<Role> cast, int people) {
        var others =
                cast.stream()
                        .filter(role -> !role.persona().evader())
                        .mapToInt(role -> role.count(people))
                        .sum();
        return Math.max(people / 2, people - others);
    }
}
