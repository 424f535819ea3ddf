/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** E11: a short message arrived; who sent what kind, never what it says. */
public record SmsMeta(
        @Wire("class of the sender") SmsSender fromClass,
        @Wire(value = "who received it", privacy = P1, unit = "token") String toTk,
        @Wire("kind of message") SmsTemplate templateKind) {}
