/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

/** A step's note to itself: call me at this event time. Setting the same alarm twice rings once. */
public record Alarm(long at, String name) {}
