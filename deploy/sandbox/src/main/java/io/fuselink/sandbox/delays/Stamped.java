/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.delays;

/**
 * A record and when its writer handed it to Kafka.
 *
 * @param wallMs the record's own stamp in Kafka, epoch ms of the wall clock of whoever wrote it
 */
record Stamped<T>(T record, long wallMs) {}
