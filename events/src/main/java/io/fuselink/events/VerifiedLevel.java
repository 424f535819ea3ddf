/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** How far it was checked that the holder is the person on the document (实人认证). */
public enum VerifiedLevel {
    SELF,
    FACE,
    COUNTER
}
