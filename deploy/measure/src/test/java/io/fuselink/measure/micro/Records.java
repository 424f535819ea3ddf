/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.measure.micro;

import io.fuselink.events.Binding;
import io.fuselink.events.BindingMode;
import io.fuselink.events.BindingOp;
import io.fuselink.events.CallDirection;
import io.fuselink.events.CallEvent;
import io.fuselink.events.CallLeg;
import io.fuselink.events.CallPhase;
import io.fuselink.events.Cdr;
import io.fuselink.events.Event;
import io.fuselink.events.FailClass;
import io.fuselink.events.Header;
import io.fuselink.events.Initiator;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.ReleaseDirection;
import io.fuselink.events.Source;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;
import io.fuselink.events.token.Tokenizer;

/** One courier's call through a middle number, its record and its binding, with every field a good supplier fills. */
final class Records {
    static final long NOON = 1_767_240_000_000L;

    private static final Tokenizer TOKENIZER = Tokenizer.sandbox();
    private static final String COURIER = TOKENIZER.token("+8613800138000");
    private static final String CUSTOMER = TOKENIZER.token("+8613900139000");
    private static final String MIDDLE = TOKENIZER.token("+8617000170000");
    private static final String UNIT = "86170001700";

    private Records() {}

    static Event call() {
        return Event.of(
                header("call-setup-4711"),
                new CallEvent(
                        "session-4711",
                        "icid-20260101-4711",
                        CallPhase.SETUP,
                        CallLeg.A_TO_X,
                        COURIER,
                        CUSTOMER,
                        NumberClass.MOBILE,
                        NumberClass.MOBILE,
                        "170****0000",
                        NumberClass.MOBILE,
                        SpoofShape.NONE,
                        MIDDLE,
                        UNIT,
                        "binding-4711",
                        Initiator.A,
                        TOKENIZER.token("imsi-460001234567890"),
                        TOKENIZER.token("imei-356938035643809"),
                        TOKENIZER.token("cell-460-00-1234-5678"),
                        "wx4g0",
                        "11",
                        "11",
                        "44",
                        "trunk-12",
                        TrunkType.PSTN,
                        null,
                        null));
    }

    static Event cdr() {
        return Event.of(
                header("cdr-4711"),
                new Cdr(
                        "session-4711",
                        "icid-20260101-4711",
                        CallLeg.A_TO_X,
                        COURIER,
                        CUSTOMER,
                        NumberClass.MOBILE,
                        NumberClass.MOBILE,
                        NumberClass.MOBILE,
                        SpoofShape.NONE,
                        MIDDLE,
                        UNIT,
                        "binding-4711",
                        Initiator.A,
                        "lease-7",
                        "trunk-12",
                        NOON - 60_000,
                        NOON - 59_500,
                        NOON - 58_000,
                        NOON - 50_000,
                        NOON - 20_000,
                        30_000,
                        true,
                        ReleaseDirection.CALLER,
                        16,
                        200,
                        FailClass.NONE,
                        null));
    }

    static Event binding() {
        return Event.of(
                header("bind-4711"),
                new Binding(
                        BindingOp.BIND,
                        "binding-4711",
                        BindingMode.AXB,
                        COURIER,
                        CUSTOMER,
                        null,
                        MIDDLE,
                        UNIT,
                        NumberClass.MOBILE,
                        null,
                        null,
                        "lease-7",
                        "lessee-3",
                        PurposeClass.EXPRESS,
                        TOKENIZER.token("order-4711"),
                        NOON - 600_000,
                        NOON + 3_600_000,
                        CallDirection.BOTH,
                        true,
                        true,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static Header header(String id) {
        return new Header(
                id,
                Source.PLATFORM,
                "platform-1",
                NOON,
                NOON + 120,
                Header.SCHEMA_VERSION,
                null,
                null);
    }
}
