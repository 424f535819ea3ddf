/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import io.fuselink.events.Ids;
import io.fuselink.events.LedgerEntry;
import io.fuselink.events.LedgerScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All figures of a period while they are counted: a cell per indicator, scope and party. */
final class Ledger {
    private final Period period;
    private final Map<Key, Cell> cells = new TreeMap<>();

    private record Key(Indicator indicator, LedgerScope scope, String party)
            implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            var byIndicator = indicator.compareTo(other.indicator);
            var byScope = byIndicator != 0 ? byIndicator : scope.compareTo(other.scope);
            return byScope != 0 ? byScope : party.compareTo(other.party);
        }
    }

    Ledger(Period period) {
        this.period = period;
        for (var indicator : Indicator.values()) {
            cell(indicator, LedgerScope.ALL, "");
        }
    }

    /** Counts for everybody and for each of the parties the indicator is kept by. */
    void add(Indicator indicator, Map<LedgerScope, String> parties, Consumer<Cell> what) {
        what.accept(cell(indicator, LedgerScope.ALL, ""));
        parties.forEach(
                (scope, party) -> {
                    if (party != null && indicator.scopes().contains(scope)) {
                        what.accept(cell(indicator, scope, party));
                    }
                });
    }

    /** Counts for one party, or for everybody, alone: where what is counted for each is not the sum. */
    void addFor(Indicator indicator, LedgerScope scope, String party, Consumer<Cell> what) {
        what.accept(cell(indicator, scope, party));
    }

    private Cell cell(Indicator indicator, LedgerScope scope, String party) {
        return cells.computeIfAbsent(new Key(indicator, scope, party), k -> new Cell());
    }

    /** The figures, in the order of indicator, scope and party. */
    List<LedgerEntry> entries() {
        var entries = new ArrayList<LedgerEntry>();
        cells.forEach((key, cell) -> entries.add(entry(key, cell)));
        return entries;
    }

    private LedgerEntry entry(Key key, Cell cell) {
        var indicator = key.indicator();
        var party = key.party().isEmpty() ? null : key.party();
        var figure = indicator.unit().of(cell.count(), cell.base(), cell.timesMs());
        return new LedgerEntry(
                Ids.hash("ledger", indicator, key.scope(), party, period.start(), period.end()),
                indicator.wireName(),
                key.scope(),
                party,
                period.phase(),
                cell.count(),
                cell.base(),
                figure.value(),
                figure.low(),
                figure.high(),
                indicator.sign(),
                cell.base() >= indicator.rankedFrom(),
                period.start(),
                period.end(),
                period.start());
    }
}
