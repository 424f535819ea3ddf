/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.CallLeg;
import io.fuselink.events.CallPhase;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.Feed;
import io.fuselink.events.Ids;
import io.fuselink.events.Initiator;
import io.fuselink.events.NumberClass;
import io.fuselink.events.Received;
import io.fuselink.events.TrunkType;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * SIP signalling of an IMS as phases of a call (RFC 3261, 3325, 5806, 7044, 7315): INVITE is the
 * attempt, 180 and 183 ring, 2xx answers, BYE, CANCEL and failures end it, and a refusal by a screening
 * network (608, RFC 8688, as status or Reason) is BLOCKED. What is shown comes from From, who it is from
 * P-Asserted-Identity; the two differ when somebody pretends, so the shape is judged on From as it stands.
 *
 * <p>A BYE of the callee has From and To the other way round, and responses carry the callee's identity:
 * the parties are those of the dialog's INVITE, and a message of a dialog without one is refused.
 */
final class SipMessages implements PushReader {
    private static final String[] PARTIES = {
        "icid",
        "leg",
        "from_tk",
        "from_class",
        "to_tk",
        "to_class",
        "display",
        "display_class",
        "spoof_shape",
        "x_tk",
        "x_unit",
        "cell_tk",
        "redirect_tk"
    };

    private static final int REFUSED_BY_SCREENING = 608;

    /** The caller is asked for credentials and tries again: nothing has ended. */
    private static final Set<Integer> CHALLENGES = Set.of(401, 407);

    /** Longer ids do not fit the contract and stand as their hash. */
    private static final int MOST_ID = 100;

    private final Origin origin;
    private final Remembered dialogs = new Remembered();

    SipMessages(Origin origin) {
        this.origin = origin;
    }

    @Override
    public List<Received> read(byte[] push, String position, long arrivedAt) {
        try {
            var record = record(SipMessage.of(push), arrivedAt);
            return List.of(ProviderPush.decoded(Feed.CALLS, record, position, push, arrivedAt));
        } catch (Unusable e) {
            return List.of(
                    ProviderPush.dead(
                            Feed.CALLS, e.reason(), e.getMessage(), position, push, arrivedAt));
        }
    }

    private byte[] record(SipMessage message, long arrivedAt) {
        var draft = origin.draft(Json.object());
        var callId = message.required("Call-ID");
        var dialog = callId.length() <= MOST_ID ? callId : Ids.hash(callId);
        var phase = phase(message);
        draft.put("call_id", dialog).put("phase", phase).put("initiator", Initiator.UNKNOWN);
        if (phase == CallPhase.SETUP) {
            attempt(draft, message);
            dialogs.put(dialog, draft.record());
        } else {
            draft.fill(invite(dialog), PARTIES);
        }
        if (!origin.constants().containsKey("trunk_type")) {
            draft.put("trunk_type", TrunkType.IMS);
        }
        var id = Ids.hash("sip", origin.provider(), callId, phase);
        return draft.finish(id, seen(message, arrivedAt), arrivedAt);
    }

    private static CallPhase phase(SipMessage message) {
        var method = message.method();
        if (message.request()) {
            return switch (method) {
                case "INVITE" -> attempted(message);
                case "CANCEL", "BYE" -> blocked(message) ? CallPhase.BLOCKED : CallPhase.HANGUP;
                default ->
                        throw new Unusable(
                                DeadLetterReason.UNKNOWN_ENUM,
                                "the method is none of INVITE, CANCEL, BYE");
            };
        }
        var status = message.status();
        if (!method.equals("INVITE") || status < 180 || CHALLENGES.contains(status)) {
            throw new Unusable(DeadLetterReason.UNKNOWN_ENUM, "the response is no phase of a call");
        }
        if (status < 200) {
            return CallPhase.RING;
        }
        return status < 300
                ? CallPhase.ANSWER
                : blocked(message) ? CallPhase.BLOCKED : CallPhase.HANGUP;
    }

    /** Inside a dialog an INVITE changes the call, and is no new attempt. */
    private static CallPhase attempted(SipMessage invite) {
        if (SipMessage.tag(invite.header("To")) != null) {
            throw new Unusable(
                    DeadLetterReason.OUT_OF_RANGE, "To has a tag: a re-INVITE is no new attempt");
        }
        return CallPhase.SETUP;
    }

    private static boolean blocked(SipMessage message) {
        var cause = message.parameter("Reason", "cause");
        var reason = message.header("Reason");
        var screened =
                String.valueOf(REFUSED_BY_SCREENING).equals(cause) && reason.startsWith("SIP");
        return message.status() == REFUSED_BY_SCREENING || screened;
    }

    private static void attempt(Draft draft, SipMessage invite) {
        var shown = invite.required("From");
        var from = caller(draft, invite, shown);
        var to = recipient(draft, invite);
        draft.party("from_tk", from)
                .party("to_tk", to)
                .presented(address(shown))
                .put("icid", icid(invite))
                .opaque("cell_tk", cell(invite))
                .party("redirect_tk", redirecting(draft, invite, to));
        throughMiddleNumber(draft, address(shown), to);
    }

    private static String caller(Draft draft, SipMessage invite, String shown) {
        var asserted = SipMessage.addresses(invite.all("P-Asserted-Identity"));
        return asserted.stream()
                .filter(draft::joinable)
                .findFirst()
                .orElseGet(() -> unasserted(draft, shown));
    }

    private static String unasserted(Draft draft, String shown) {
        if (!draft.joinable(address(shown))) {
            throw new Unusable(
                    DeadLetterReason.NOT_JOINABLE,
                    "P-Asserted-Identity names nobody, and From is no number");
        }
        return address(shown);
    }

    /** The request line holds whom the call goes to now, To whom it was dialled for. */
    private static String recipient(Draft draft, SipMessage invite) {
        var target = invite.target();
        return draft.joinable(target) ? target : address(invite.required("To"));
    }

    /** Who diverted the call first: the eldest Diversion stands last, the eldest history entry first. */
    private static String redirecting(Draft draft, SipMessage invite, String to) {
        var diverted = SipMessage.addresses(invite.all("Diversion"));
        if (!diverted.isEmpty()) {
            var eldest = diverted.get(diverted.size() - 1);
            return draft.joinable(eldest) ? eldest : null;
        }
        var history = SipMessage.addresses(invite.all("History-Info"));
        var moved = history.size() > 1 && !Objects.equals(number(history.get(0)), number(to));
        return moved && draft.joinable(history.get(0)) ? history.get(0) : null;
    }

    private static String number(String address) {
        return address.replaceAll("(?i)^(?:sips?|tel):|[@;?].*$", "");
    }

    /** A call to a middle number, or the platform's own leg that shows one, is a leg of a middle-number call. */
    private static void throughMiddleNumber(Draft draft, String shown, String to) {
        if (draft.classOf(to) == NumberClass.NUMBER_PROTECTION) {
            draft.put("leg", CallLeg.A_TO_X).party("x_tk", to);
        } else if (draft.classOf(shown) == NumberClass.NUMBER_PROTECTION) {
            draft.put("leg", CallLeg.X_TO_B).party("x_tk", shown);
        } else {
            draft.put("leg", CallLeg.DIRECT);
        }
    }

    private static String icid(SipMessage invite) {
        var icid = invite.parameter("P-Charging-Vector", "icid-value");
        return icid == null || icid.length() <= MOST_ID ? icid : Ids.hash(icid);
    }

    /** The cell as 3GPP writes it; it leaves as a token only. */
    private static String cell(SipMessage invite) {
        for (var name : new String[] {"utran-cell-id-3gpp", "cgi-3gpp", "ci-3gpp2"}) {
            var cell = invite.parameter("P-Access-Network-Info", name);
            if (cell != null) {
                return cell;
            }
        }
        return null;
    }

    private static String address(String header) {
        var addresses = SipMessage.addresses(List.of(header));
        return addresses.isEmpty() ? header : addresses.get(0);
    }

    private ObjectNode invite(String dialog) {
        var invite = dialogs.of(dialog);
        if (invite == null) {
            throw new Unusable(
                    DeadLetterReason.MISSING_FIELD,
                    "INVITE of this Call-ID was not seen, so that the caller is not known");
        }
        return invite;
    }

    /** When the probe saw it, else the message's own Date, else when it arrived. */
    private Long seen(SipMessage message, long arrivedAt) {
        if (message.time() != null) {
            var at = origin.moments().read(message.time());
            if (at.isEmpty()) {
                throw new Unusable(DeadLetterReason.WRONG_TYPE, "time is not a time");
            }
            return at.getAsLong();
        }
        var date = message.header("Date");
        if (date == null && arrivedAt <= 0) {
            throw new Unusable(
                    DeadLetterReason.MISSING_FIELD, "time is missing, and there is no Date");
        }
        try {
            return date == null
                    ? Long.valueOf(arrivedAt)
                    : Long.valueOf(
                            ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant()
                                    .toEpochMilli());
        } catch (DateTimeException e) {
            throw new Unusable(DeadLetterReason.WRONG_TYPE, "Date is not a date");
        }
    }
}
