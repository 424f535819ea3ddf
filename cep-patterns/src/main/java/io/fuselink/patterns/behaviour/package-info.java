/* SPDX-License-Identifier: Apache-2.0 */
/** How one number behaves: what its profile gives away, hour by hour. */
package io.fuselink.patterns.behaviour;
