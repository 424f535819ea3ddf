/* SPDX-License-Identifier: Apache-2.0 */
/** What the pipeline costs: throughput, latency, CPU per step and memory per number, on the real servers. */
package io.fuselink.sandbox.bench;
