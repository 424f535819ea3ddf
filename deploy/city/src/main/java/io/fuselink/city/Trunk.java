/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.TrunkType;

/** Where calls enter the network when no radio cell does. */
record Trunk(String id, TrunkType type) {}
