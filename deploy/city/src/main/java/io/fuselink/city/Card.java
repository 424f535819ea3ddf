/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.HolderType;
import io.fuselink.events.NumberClass;
import io.fuselink.events.SalesChannel;
import io.fuselink.events.VerifiedLevel;

/**
 * What a carrier knows about a number's holder.
 *
 * @param document stands for the identity document; who shares it holds several numbers
 * @param entId null for persons
 * @param openedDaysAgo age when the play begins, days
 */
record Card(
        int epoch,
        String document,
        String entId,
        double openedDaysAgo,
        String dealer,
        SalesChannel channel,
        int docAgeYears,
        VerifiedLevel verified,
        int onDocument) {

    /** Of a thousand honest numbers this many are not a week old. */
    private static final int NEW_OF_1000 = 40;

    /** The usual: some years old, on a document of its own, and always the same for the same number. */
    static Card ordinary(Phone phone) {
        var chance = phone.tk().hashCode() & Integer.MAX_VALUE;
        var young = chance % 1_000 < NEW_OF_1000;
        var days = young ? 0.2 + chance / 1_000 % 68 / 10.0 : 30 + chance / 1_000 % 3_000;
        return new Card(
                1,
                "person-" + phone.tk(),
                null,
                days,
                "dealer-" + chance % 40,
                channel(phone, chance),
                1 + chance % 18,
                chance % 3 == 0 ? VerifiedLevel.COUNTER : VerifiedLevel.FACE,
                1 + chance % 7 / 5);
    }

    /** Opened together: one dealer, one document, so many days ago. */
    static Card batch(Phone phone, String crew, double openedDaysAgo, int onDocument) {
        return new Card(
                1,
                crew,
                null,
                openedDaysAgo,
                "dealer-" + Math.floorMod(crew.hashCode(), 40),
                channel(phone, 1),
                3,
                VerifiedLevel.SELF,
                onDocument);
    }

    /** Held by an enterprise, which has many on its licence. */
    static Card enterprise(String entId, double openedDaysAgo, int numbers) {
        return new Card(
                1,
                "licence-" + entId,
                entId,
                openedDaysAgo,
                "key-accounts",
                SalesChannel.SHOP,
                6,
                VerifiedLevel.COUNTER,
                numbers);
    }

    /** The same number with its next holder. */
    Card handedOn(String nextDocument) {
        return new Card(
                epoch + 1,
                nextDocument,
                null,
                0,
                dealer,
                channel,
                docAgeYears,
                VerifiedLevel.FACE,
                1);
    }

    HolderType holder() {
        return entId == null ? HolderType.PERSON : HolderType.ENTERPRISE;
    }

    private static SalesChannel channel(Phone phone, int chance) {
        if (phone.numberClass() == NumberClass.MVNO) {
            return SalesChannel.MVNO;
        }
        return chance % 2 == 0 ? SalesChannel.SHOP : SalesChannel.ONLINE;
    }
}
