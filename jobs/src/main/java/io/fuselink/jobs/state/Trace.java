/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** Something a number was seen with, such as a cell, a device or a middle number, and when last. */
public record Trace(long hash, long lastAt) {}
