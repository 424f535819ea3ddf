/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.topology;

import io.fuselink.events.PartyType;
import java.io.Serializable;

/** A party that legs are sent to, under the name it reads actions by. */
public record Party(PartyType type, String name) implements Serializable {}
