/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The vocabulary: every record that crosses a wire or an edge of the topology, in the words of the
 * field. Wire names are the snake_case of the component names; {@link io.fuselink.events.Wire} says
 * what each field is, its unit and its privacy class, and is the source of {@code docs/feeds.md}.
 */
package io.fuselink.events;
