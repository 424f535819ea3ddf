/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import io.fuselink.events.Binding;
import io.fuselink.events.LedgerScope;
import io.fuselink.events.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who carries, sells and uses a number at a time: by its lease, else by its managed unit, else by its longest range. */
final class OwnerBook {
    private final Map<String, List<Owner>> byScope = new HashMap<>();

    void note(Owner owner) {
        var entries = byScope.computeIfAbsent(owner.scope(), s -> new ArrayList<>());
        entries.removeIf(o -> o.validFrom() == owner.validFrom());
        entries.add(owner);
    }

    /**
     * The parties behind a binding; what no entry names is taken from the binding itself.
     *
     * @param provider who pushed the binding
     */
    Map<LedgerScope, String> of(Binding binding, String provider, long at) {
        var parties = new EnumMap<LedgerScope, String>(LedgerScope.class);
        parties.put(LedgerScope.PLATFORM, provider);
        parties.put(LedgerScope.LESSEE, binding.entId());
        var owner = owner(binding, at);
        if (owner != null) {
            put(parties, LedgerScope.CARRIER, owner.carrier());
            put(parties, LedgerScope.PLATFORM, owner.platform());
            put(parties, LedgerScope.LESSEE, owner.lessee());
        }
        return parties;
    }

    private static void put(Map<LedgerScope, String> parties, LedgerScope scope, String name) {
        if (name != null) {
            parties.put(scope, name);
        }
    }

    private Owner owner(Binding binding, long at) {
        var found = valid(binding.poolKey(), at);
        var unit = binding.xUnit();
        for (var end = unit == null ? 0 : unit.length(); found == null && end > 0; end--) {
            found = valid(unit.substring(0, end), at);
        }
        return found;
    }

    private Owner valid(String scope, long at) {
        return byScope.getOrDefault(scope, List.of()).stream()
                .filter(o -> o.validFrom() <= at && (o.validTo() == 0 || at < o.validTo()))
                .max(Comparator.comparingLong(Owner::validFrom))
                .orElse(null);
    }
}
