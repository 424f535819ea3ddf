/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.city;

import io.fuselink.events.AccountLink;
import io.fuselink.events.AccountRelation;
import io.fuselink.events.AmountBucket;
import io.fuselink.events.FundDirection;
import io.fuselink.events.FundEvent;
import io.fuselink.events.FundRisk;
import io.fuselink.events.Source;
import io.fuselink.events.StopState;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The bank: whose number belongs to which account, and what a competent channel sees of movements. */
final class Bank {
    private static final long NOTES_AFTER_MS = 2_000;
    private static final long CUSTOMER_SINCE_MS = Duration.ofDays(900).toMillis();
    private static final long MULE_SINCE_MS = Duration.ofDays(12).toMillis();

    /** A movement of money. */
    record Movement(AmountBucket size, boolean firstTime, FundRisk risk) {}

    private final NumberBook book;
    private final Gateways gateways;
    private final Set<String> linked = new HashSet<>();
    private long notes;

    Bank(NumberBook book, Gateways gateways) {
        this.book = book;
        this.gateways = gateways;
    }

    /** The account of whoever holds the number. */
    String accountOf(Phone phone) {
        return account(phone.tk());
    }

    /** The n-th account of that name. */
    String account(String name) {
        return book.token("ACCOUNT", name);
    }

    /** An account lent to strangers, opened with this number lately. */
    void lend(String account, Phone phone, long at) {
        link(account, phone, AccountRelation.RESERVED_PHONE, at - MULE_SINCE_MS, at);
    }

    /** Money leaves the payer's account; the bank says first whose it is, once. */
    void pay(Phone payer, String payee, Movement movement, long at) {
        var account = accountOf(payer);
        link(account, payer, AccountRelation.RESERVED_PHONE, at - CUSTOMER_SINCE_MS, at);
        move(account, FundDirection.OUT, payee, movement, at);
    }

    /** Money reaches an account, or leaves one nobody here knows. */
    void move(String account, FundDirection way, String payee, Movement movement, long at) {
        tell(
                "fund-",
                at,
                new FundEvent(
                        account,
                        way,
                        movement.size(),
                        payee,
                        movement.firstTime(),
                        movement.risk(),
                        StopState.NONE));
    }

    private void link(String account, Phone phone, AccountRelation how, long since, long at) {
        if (linked.add(account)) {
            tell("link-", at, new AccountLink(account, null, phone.tk(), how, since, 1));
        }
    }

    private void tell(String kind, long at, Record body) {
        gateways.send(
                kind + Long.toString(notes++, 36),
                Source.BANK,
                Parties.BANK,
                at,
                at + NOTES_AFTER_MS,
                body);
    }
}
