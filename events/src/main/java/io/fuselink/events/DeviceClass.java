/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** What kind of device an IMEI names. */
public enum DeviceClass {
    HANDSET,
    MODULE,
    UNKNOWN,
    DEFAULT_OR_INVALID
}
