/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.order;

import java.io.Serializable;

/**
 * How inboxes deliver.
 *
 * @param horizon alarms beyond it never ring, epoch ms; keeps the end of a bounded input from firing every timeout
 * @param capacity records a key may hold back; more is a dead letter
 */
public record InboxSettings(Arrival arrival, long horizon, int capacity) implements Serializable {}
