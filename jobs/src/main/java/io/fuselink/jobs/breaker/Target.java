/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.TargetType;

/** What one action points at: of what kind, and which. */
record Target(TargetType type, String tk) {}
