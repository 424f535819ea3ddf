/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.play;

import io.fuselink.city.Campaign;
import io.fuselink.city.City;
import io.fuselink.city.Persona;
import io.fuselink.city.WireRecord;
import io.fuselink.events.BindingOp;
import io.fuselink.events.CallEvent;
import io.fuselink.events.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When each campaign of a city began: its first call or binding, or its first report where reporting
 * is what it does. Whoever reports for a crew has called friends before. And when its members called.
 */
final class FirstActs {
    private final Map<String, List<Campaign>> campaignsOf = new HashMap<>();
    private final Map<String, Long> begun = new HashMap<>();
    private final Map<String, List<Long>> calls = new HashMap<>();

    private FirstActs(List<Campaign> campaigns) {
        for (var campaign : campaigns) {
            for (var member : campaign.members()) {
                campaignsOf.computeIfAbsent(member, tk -> new ArrayList<>()).add(campaign);
            }
        }
    }

    /** Plays the city once more, in silence. */
    static FirstActs of(City city) {
        var acts = new FirstActs(city.truth().campaigns());
        for (WireRecord record : city) {
            if (!record.isGarbage()) {
                acts.see(record.event());
            }
        }
        return acts;
    }

    /** Epoch ms; null for a campaign that never acted. */
    Long of(Campaign campaign) {
        return begun.get(campaign.id());
    }

    /** Calls that members of a campaign made before a moment. */
    int callsBefore(Campaign campaign, long moment) {
        return campaign.members().stream().mapToInt(tk -> callsBefore(tk, moment)).sum();
    }

    /** Calls that a number of some campaign made before a moment. */
    int callsBefore(String tk, long moment) {
        return (int) calls.getOrDefault(tk, List.of()).stream().filter(at -> at < moment).count();
    }

    private void see(Event event) {
        switch (event.feed()) {
            case CALLS -> {
                acted(event.call().fromTk(), false, event.ts());
                called(event.call(), event.ts());
            }
            case BINDINGS -> {
                var binding = event.binding();
                if (binding.op() == BindingOp.BIND) {
                    acted(binding.aTk(), false, event.ts());
                }
            }
            case REPORTS -> acted(event.report().reporterTk(), true, event.ts());
            default -> {
                // Nobody acts by it.
            }
        }
    }

    private void called(CallEvent call, long at) {
        if (call.attempt() && campaignsOf.containsKey(call.fromTk())) {
            calls.computeIfAbsent(call.fromTk(), tk -> new ArrayList<>()).add(at);
        }
    }

    private void acted(String tk, boolean reporting, long at) {
        for (var campaign : campaignsOf.getOrDefault(tk, List.of())) {
            if (reporting == (campaign.kind() == Persona.REPORT_BOMBER)) {
                begun.merge(campaign.id(), at, Math::min);
            }
        }
    }
}
