/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.state;

/** Somebody who answered a number's call, and when. */
public record Reached(String tk, long at) {}
