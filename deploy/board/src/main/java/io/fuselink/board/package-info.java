/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The board: the dashboards of a centre in a browser, without Kibana, and the page on which a duty officer
 * decides. Serves 127.0.0.1 only; the browser never speaks to Elasticsearch or Kafka.
 */
package io.fuselink.board;
