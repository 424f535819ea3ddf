/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

/** Kind of a short message, derived where it was sent; its text never travels. */
public enum SmsTemplate {
    OTP,
    BANK_TX,
    EXPRESS,
    OTHER
}
