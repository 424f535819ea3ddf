/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;

/** E3: a middle number X tied to real numbers A and B for a session, or a change of that tie. */
public record Binding(
        @Wire("what happened") BindingOp op,
        @Wire(value = "id of the binding", privacy = P1) String subId,
        @Wire("shape of the binding") BindingMode mode,
        @Wire(value = "party A", privacy = P1, unit = "token") String aTk,
        @Wire(
                        value = "party B; absent where anyone may call",
                        privacy = P1,
                        unit = "token",
                        optional = true)
                String bTk,
        @Wire(value = "group of numbers N", privacy = P1, optional = true) String nGroupId,
        @Wire(value = "middle number", privacy = P1, unit = "token") String xTk,
        @Wire(value = "managed unit of the middle number", unit = "11 digits", optional = true)
                String xUnit,
        @Wire("class of the middle number") NumberClass xClass,
        @Wire(value = "second middle number of AXYB", privacy = P1, unit = "token", optional = true)
                String yTk,
        @Wire(value = "extension of AXE", optional = true) String ext,
        @Wire("lease: the numbers one lessee holds from one platform") String poolKey,
        @Wire("lessee (业务使用方)") String entId,
        @Wire("registered use") PurposeClass purpose,
        @Wire(value = "order it serves", privacy = P1, unit = "token", optional = true)
                String orderTk,
        @Wire(value = "when it begins", unit = "epoch ms UTC") long bindTime,
        @Wire(value = "when it ends; 0 = never", unit = "epoch ms UTC, or 0") long expireTime,
        @Wire(value = "who may call; absent = BOTH", optional = true) CallDirection callDir,
        @Wire(value = "whether calls are recorded", optional = true) Boolean record,
        @Wire(value = "whether A was filed with the carrier", optional = true) Boolean aFiled,
        @Wire(value = "reference of the user's consent", privacy = P1, optional = true)
                String consentRef,
        @Wire(
                        value = "province whose pilot the middle number belongs to",
                        unit = "GB/T 2260, 2 digits",
                        optional = true)
                String xProv,
        @Wire(
                        value = "device party A ordered or bound with",
                        privacy = P1,
                        unit = "token",
                        optional = true)
                String aDeviceTk,
        @Wire(value = "device party B ordered with", privacy = P1, unit = "token", optional = true)
                String bDeviceTk,
        @Wire(
                        value = "address where party B is served",
                        privacy = P1,
                        unit = "token",
                        optional = true)
                String bAddressTk) {

    /** How long after its end a call through a binding is still taken as covered, in ms. */
    public static final long EXPIRY_GRACE_MS = 60_000;

    /** The same binding as its second middle number sees it: B's side of AXYB. */
    public Binding throughY() {
        return new Binding(
                op,
                subId,
                mode,
                aTk,
                bTk,
                nGroupId,
                yTk,
                null,
                xClass,
                null,
                ext,
                poolKey,
                entId,
                purpose,
                orderTk,
                bindTime,
                expireTime,
                callDir,
                record,
                aFiled,
                consentRef,
                xProv,
                aDeviceTk,
                bDeviceTk,
                bAddressTk);
    }

    public boolean endless() {
        return expireTime == 0;
    }
}
