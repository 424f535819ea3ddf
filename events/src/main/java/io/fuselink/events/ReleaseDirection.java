/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Who ended the call. */
public enum ReleaseDirection {
    PLATFORM,
    CALLER,
    CALLEE
}
