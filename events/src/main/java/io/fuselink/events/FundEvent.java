/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events;

import static io.fuselink.events.Privacy.P1;
import static io.fuselink.events.Privacy.P2;

/** E8: money moved on an account that a competent channel watches. */
public record FundEvent(
        @Wire(value = "the account", privacy = P1, unit = "token") String acctTk,
        @Wire("which way") FundDirection dir,
        @Wire(value = "how much, in yuan", privacy = P2) AmountBucket amountBucket,
        @Wire(value = "who was paid", privacy = P1, unit = "token", optional = true) String payeeTk,
        @Wire("whether this payee was never paid before") boolean firstTimePayee,
        @Wire("what the bank thinks of it") FundRisk riskTag,
        @Wire("whether it was held") StopState stopState) {}
