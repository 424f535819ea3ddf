/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.executors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fuselink.events.ActionType;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A platform on Alibaba Cloud's number protection (Dyplsapi, 2017-05-25). What is asked becomes the
 * mildest call that does it:
 *
 * <ul>
 *   <li>BLOCK of a number: OperateBlackNo, so that it reaches nobody through the pool;
 *   <li>BLOCK of a binding: UnbindSubscription, which ends this one binding and cannot be taken back;
 *   <li>THROTTLE of a lease: LockSecretNo for its middle numbers: they take no new bindings, those that
 *       are live go on.
 * </ul>
 *
 * <p>Anything else is refused: never a whole middle number.
 */
final class AliyunNumbers implements ActionTarget {
    static final String ENDPOINT = "https://dyplsapi.aliyuncs.com";
    static final String VERSION = "2017-05-25";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDED = "an ended binding stays ended; its lessee may bind again";

    /** Answers after which nobody knows, or that better times may change. */
    private static final List<String> PASSING =
            List.of("Throttling", "isv.FLOW_LIMIT", "isp.", "ServiceUnavailable", "InternalError");

    private final URI endpoint;
    private final AliyunSignature signature;
    private final String poolKey;
    private final Http http;
    private final InstantSource clock;

    AliyunNumbers(
            URI endpoint,
            AliyunSignature signature,
            String poolKey,
            Http http,
            InstantSource clock) {
        this.endpoint = endpoint;
        this.signature = signature;
        this.poolKey = poolKey;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Order order) {
        var action = order.action();
        var block = action.action() == ActionType.BLOCK;
        return switch (action.targetType()) {
            case NUMBER, INITIATOR ->
                    block ? each(order, n -> blackNo("AddBlack", n, action.legId())) : no(order);
            case BINDING -> block ? each(order, n -> unbind(action.targetTk(), n)) : no(order);
            case LEASE ->
                    action.action() == ActionType.THROTTLE
                            ? each(order, n -> call("LockSecretNo", Map.of("SecretNo", n)))
                            : no(order);
            case TRUNK, DEVICE, CALL_LEG, ACCOUNT, CALLEE, CALLEES_OF, ACCOUNTS_OF -> no(order);
        };
    }

    @Override
    public Outcome lift(Order order) {
        var action = order.action();
        return switch (action.targetType()) {
            case NUMBER, INITIATOR -> each(order, n -> blackNo("DeleteBlack", n, action.legId()));
            case LEASE -> each(order, n -> call("UnlockSecretNo", Map.of("SecretNo", n)));
            case BINDING -> Outcome.done(ENDED);
            case TRUNK, DEVICE, CALL_LEG, ACCOUNT, CALLEE, CALLEES_OF, ACCOUNTS_OF ->
                    Outcome.done();
        };
    }

    /** A number is in a black list or not, whoever asked. */
    @Override
    public boolean keepsLegsApart() {
        return false;
    }

    private static Outcome no(Order order) {
        return Outcome.refused(
                "this platform offers no %s of a %s"
                        .formatted(order.action().action(), order.action().targetType()));
    }

    private interface Call {
        Outcome with(String number);
    }

    /** One call per number; the first that is not done decides, and a repeat does the others again. */
    private static Outcome each(Order order, Call call) {
        var last = Outcome.refused(Inventory.NOT_MINE);
        for (var number : order.numbers()) {
            last = call.with(number);
            if (last.kind() != Outcome.Kind.DONE) {
                return last;
            }
        }
        return last;
    }

    private Outcome blackNo(String operation, String number, String legId) {
        return call(
                "OperateBlackNo",
                Map.of("OperateType", operation, "BlackNo", number, "Tips", legId));
    }

    private Outcome unbind(String subsId, String number) {
        return call("UnbindSubscription", Map.of("SubsId", subsId, "SecretNo", number));
    }

    private Outcome call(String action, Map<String, String> own) {
        var parameters = new TreeMap<>(own);
        parameters.put("PoolKey", poolKey);
        var date = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var request =
                signature.request(
                        endpoint, action, VERSION, parameters, date, UUID.randomUUID().toString());
        return http.send(request, AliyunNumbers::read);
    }

    private static Outcome read(Http.Answer answer) {
        String code;
        try {
            code = JSON.readTree(answer.body()).path("Code").asText("");
        } catch (JsonProcessingException e) {
            code = "";
        }
        if (code.equals("OK")) {
            return Outcome.done();
        }
        var said = "HTTP %d %s".formatted(answer.status(), code).strip();
        return code.isEmpty()
                        || answer.status() >= 500
                        || PASSING.stream().anyMatch(code::startsWith)
                ? Outcome.unclear(said)
                : Outcome.refused(said);
    }
}
