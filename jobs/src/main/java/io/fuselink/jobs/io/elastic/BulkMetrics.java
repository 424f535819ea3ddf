/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What became of documents and requests, counted. Answers arrive on the client's threads. */
record BulkMetrics(
        Counter written, Counter outdated, Counter retried, Counter refused, Counter failed) {
    static BulkMetrics in(MetricGroup group) {
        return new BulkMetrics(
                group.counter("documents_written", new ThreadSafeSimpleCounter()),
                group.counter("documents_outdated", new ThreadSafeSimpleCounter()),
                group.counter("documents_retried", new ThreadSafeSimpleCounter()),
                group.counter("documents_refused", new ThreadSafeSimpleCounter()),
                group.counter("requests_failed", new ThreadSafeSimpleCounter()));
    }
}
