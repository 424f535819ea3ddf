/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.SmsMeta;
import io.fuselink.events.SmsSender;
import io.fuselink.events.SmsTemplate;
import io.fuselink.events.Source;

/** Short messages as carriers see them: who sent what kind, never what it says. */
final class Messages {
    private static final long DELIVERY_MS = 150;

    private final Gateways gateways;
    private long sent;

    Messages(Gateways gateways) {
        this.gateways = gateways;
    }

    /** A bank's one-time code. */
    void code(Phone to, long at) {
        send(SmsSender.HOTLINE_95, to, SmsTemplate.OTP, at);
    }

    /** A bank's note that money moved. */
    void moved(Phone to, long at) {
        send(SmsSender.HOTLINE_95, to, SmsTemplate.BANK_TX, at);
    }

    /** A parcel, or anything else of no account. */
    void errand(Phone to, SmsTemplate kind, long at) {
        send(SmsSender.PORT_106, to, kind, at);
    }

    private void send(SmsSender from, Phone to, SmsTemplate kind, long at) {
        gateways.send(
                "sms-" + Long.toString(sent++, 36),
                Source.CARRIER,
                to.carrier(),
                at,
                at + DELIVERY_MS,
                new SmsMeta(from, to.tk(), kind));
    }
}
