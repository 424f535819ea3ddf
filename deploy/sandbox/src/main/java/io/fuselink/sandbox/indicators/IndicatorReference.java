/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.indicators;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/indicators.md}: what is counted, of how many, by whom, and how it is read. */
final class IndicatorReference {
    private IndicatorReference() {}

    static String render() {
        var page = new StringBuilder(TEXT);
        for (var i : Indicator.values()) {
            page.append(
                    "| `%s` | %s | %s | %s | %s | %,d |\n"
                            .formatted(
                                    i.wireName(),
                                    i.counted(),
                                    i.base(),
                                    i.sign(),
                                    i.scopes().stream()
                                            .map(s -> s.name().toLowerCase(Locale.ROOT))
                                            .collect(Collectors.joining(", ")),
                                    i.rankedFrom()));
        }
        return page.toString();
    }

    private static final String TEXT =
            """
            # Indicators and the responsibility ledger

            <!-- Generated from deploy/sandbox/…/indicators/Indicator.java; `mvn -pl deploy/sandbox -am test -Dtest=IndicatorReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dfuselink.regenerate` renews it. -->

            谁运营谁负责: who runs a number answers for it. Once a day a batch counts, for everybody and for each carrier, platform, lessee and party, what follows below; the same
            definitions hold in preparation, transition and pilot, so that phases can be compared.

            ```
            ./fuselink indicators --from 2026-03-02 --to 2026-03-03 --out day                              # the running sandbox, --kafka, or --config
            ./fuselink indicators --from 2026-03-02 --to 2026-03-03 --out day --outputs replayed --outputs city  # files
            ```

            It writes `indicators.json` (everything), `ledger.bulk.ndjson` (the documents of `fuselink-ledger-*`, [indices.md](indices.md), ready for `_bulk`) and `public.csv`, and sends the documents to
            Elasticsearch itself where it is told one (`--elastic`, `--config`, or the sandbox). A date is a day in Beijing. `--phase` names the phase.

            ## How to read them

            - A period's decisions are the bundles opened in it; its bindings and reports those that happened in it. What people find out later (fraud or wrong, lifted, contested) is taken as known when
              the batch runs: count a period again and its documents replace themselves.
            - *Found to be fraud*: the last word of a human about the decision was `CONFIRM_FRAUD` or `REVERIFY_FAILED`; without any word, a police order stands for it. *Found wrong*: `CONFIRM_WRONG` or `REVERIFY_PASSED`.
            - *A limit* is a BLOCK or a THROTTLE. A warning or a tag limits nobody.
            - Carrier, platform and lessee come from the owners feed (E17): by lease, else by managed unit, else by the longest range; what no entry names, from the binding itself. A decision without a named owner counts for everybody only.
            - Shares have Wilson's 95 % interval; medians the two order statistics that hold them in 95 of 100 samples, from six values on. A value is absent where there is nothing to divide by.
            - A party with fewer of the base than *ranked from* is shown with its interval and never compared with others (`ranked` is false).
            - Repeated records count once. Nothing here limits anybody: withdrawing a qualification is a recommendation made by people.

            ## What the public may see

            In `public.csv` a figure is `suppressed` when its count, its base, or in a share what was not counted, lies between 1 and k − 1 (`--k`, 10 without it): so few cases speak of persons. Where a line has one such
            figure, or several that together are still few, it could be had by subtracting the others from the whole; then the smallest other figures of that line are suppressed as well.

            ## Definitions

            | Indicator | Counts | Of | Value | Kept for | Ranked from |
            |---|---|---|---|---|---|
            """;
}
