/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes a click on a mark filter everything: {@code usermeta.filter} names the document field, and each
 * datum carries its value as {@code filter}. Vega-Lite has no words for it, so a Vega signal goes in by
 * the configuration; {@code kibanaAddFilter} is Kibana's, and the board's.
 */
final class KibanaClicks {
    private KibanaClicks() {}

    /** The configuration with what Kibana needs; warnings about versions are hidden, because one file serves all. */
    static ObjectNode on(ObjectNode spec, ObjectNode config) {
        config.putObject("kibana").put("hideWarnings", true);
        var field = spec.at("/usermeta/filter").asText();
        if (!field.isEmpty()) {
            var signal = config.putArray("signals").addObject();
            signal.put("name", "fuselinkFilter");
            signal.putArray("on")
                    .addObject()
                    .put("events", "click")
                    .put("update", update(field, spec.at("/data/url/index").asText()));
        }
        return config;
    }

    private static String update(String field, String index) {
        return "datum && isValid(datum.filter) ? kibanaAddFilter({match_phrase: {'%s': datum.filter}}, '%s') : null"
                .formatted(field, index);
    }
}
