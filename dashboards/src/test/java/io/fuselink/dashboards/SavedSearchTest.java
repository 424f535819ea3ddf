/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SavedSearchTest {
    private static final SavedSearch WAITING =
            Catalogue.load().search("awaiting-approval").orElseThrow();

    @Test
    void aPageOfAListIsAskedForNewestFirst() {
        var search = WAITING.search(View.of(1, 2), "", 20, 10);

        assertThat(search.index()).isEqualTo("fuselink-legs");
        assertThat(search.body().path("from").asInt()).isEqualTo(20);
        assertThat(search.body().path("size").asInt()).isEqualTo(10);
        assertThat(search.body().at("/sort/0/at/order").asText()).isEqualTo("desc");
        assertThat(search.body().at("/query/bool/filter").toString())
                .contains("state:PENDING_HUMAN");
    }

    @Test
    void aTextIsLookedForInEveryColumnAndIsNoPattern() {
        var query = WAITING.search(View.of(1, 2), " slow*\\ ", 0, 10).body().toString();

        assertThat(query)
                .contains("\"wildcard\":{\"party\":{\"value\":\"*slow\\\\*\\\\\\\\*\"")
                .doesNotContain("\"wildcard\":{\"at\"");
    }

    @Test
    void aRowLeadsToItsDecisionAlsoWhereNoColumnShowsIt() {
        var columns = Catalogue.load().search("number-legs").orElseThrow();

        assertThat(columns.columns()).doesNotContain("bundle_id");
        assertThat(columns.search(View.of(1, 2), "", 0, 10).body().path("_source").toString())
                .contains("bundle_id");
    }
}
