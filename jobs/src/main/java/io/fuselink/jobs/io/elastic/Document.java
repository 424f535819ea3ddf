/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import java.io.Serializable;

/**
 * One document on its way into Elasticsearch.
 *
 * @param version the higher one stays, an equal one is written again; 0 = whoever comes last stays
 * @param at event time of what it says, epoch ms
 * @param json the JSON object, UTF-8
 */
@SuppressWarnings(
        "ArrayRecordComponent") // ids and versions say which is which; bytes are not compared
public record Document(String index, String id, long version, long at, byte[] json)
        implements Serializable {}
