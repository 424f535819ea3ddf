/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A search ready to be sent to Elasticsearch.
 *
 * @param index which indices, such as {@code fuselink-alerts-*}
 * @param body the request's body
 */
public record Search(String index, ObjectNode body) {}
