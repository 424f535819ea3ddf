/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.patterns;

import io.fuselink.events.PolicyVersion;
import io.fuselink.events.RuleState;
import io.fuselink.patterns.script.ScriptReader;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The thresholds and rule states in force at one moment: the defaults, or one version of the policy. */
public final class Limits {
    /** Unit of limits that are part of a whole. */
    private static final String SHARE = "share";

    private static final Limits DEFAULTS = new Limits(0, Map.of(), Map.of(), null);

    private final int version;
    private final EnumMap<Limit, Double> changed;
    private final Map<String, Double> changedInProvince;
    private final Map<String, RuleState> states;
    private final String model;

    private Limits(
            int version, Map<String, Double> limits, Map<String, RuleState> states, String model) {
        this.version = version;
        this.model = model;
        this.changed = new EnumMap<>(Limit.class);
        this.changedInProvince = new HashMap<>();
        limits.forEach(
                (name, value) -> {
                    if (ofProvince(name)) {
                        changedInProvince.put(name, value);
                    } else {
                        changed.put(Limit.named(name).orElseThrow(), value);
                    }
                });
        this.states = Map.copyOf(states);
    }

    public static Limits defaults() {
        return DEFAULTS;
    }

    /**
     * The view of one policy that was not refused.
     *
     * @throws IllegalArgumentException with the reason when {@link #refusal} has one
     */
    public static Limits of(PolicyVersion policy) {
        refusal(policy)
                .ifPresent(
                        reason -> {
                            throw new IllegalArgumentException(reason);
                        });
        return new Limits(
                policy.version(),
                orEmpty(policy.limits()),
                orEmpty(policy.ruleStates()),
                policy.model());
    }

    /** Why a policy must be refused whole; empty when it may come into force. */
    public static Optional<String> refusal(PolicyVersion policy) {
        if (policy.version() < 1) {
            return refuse(policy, "version must be 1 or more");
        }
        if (policy.validFrom() < policy.publishedAt() + PolicyVersion.NOTICE_MS) {
            return refuse(
                    policy,
                    "valid_from must be at least "
                            + PolicyVersion.NOTICE_MS
                            + " ms after published_at, so that every subtask has it in time");
        }
        for (var limit : orEmpty(policy.limits()).entrySet()) {
            if (Limit.named(limit.getKey()).isEmpty() && !ofProvince(limit.getKey())) {
                return refuse(policy, "limits." + limit.getKey() + " is not a known limit");
            }
            var value = limit.getValue();
            if (value == null || !Double.isFinite(value) || value <= 0) {
                return refuse(
                        policy,
                        "limits." + limit.getKey() + " must be a number above 0, got " + value);
            }
            if (value > 1
                    && Limit.named(limit.getKey()).map(l -> l.unit().equals(SHARE)).orElse(false)) {
                return refuse(
                        policy,
                        "limits."
                                + limit.getKey()
                                + " is a share and must be at most 1, got "
                                + value);
            }
        }
        for (var state : orEmpty(policy.ruleStates()).entrySet()) {
            if (!Detectors.known().contains(state.getKey())) {
                return refuse(policy, "rule_states." + state.getKey() + " is not a known detector");
            }
            if (state.getValue() == null) {
                return refuse(
                        policy, "rule_states." + state.getKey() + " must be LIVE, SHADOW or OFF");
            }
        }
        return lexiconRefusal(policy);
    }

    /** A lexicon comes with a release of the job: a policy can insist on one, not bring another. */
    private static Optional<String> lexiconRefusal(PolicyVersion policy) {
        if (policy.lexiconVersion() == null) {
            return Optional.empty();
        }
        var carried = ScriptReader.standard().lexiconVersion();
        return policy.lexiconVersion().equals(carried)
                ? Optional.empty()
                : refuse(
                        policy,
                        "lexicon_version "
                                + policy.lexiconVersion()
                                + " is not in this job, which carries "
                                + carried);
    }

    /** Whether a name is a limit's in one province, such as {@code non700_from.44}. */
    private static boolean ofProvince(String name) {
        var dot = name.indexOf('.');
        return dot > 0
                && Limit.named(name.substring(0, dot)).map(Limit::mayDifferByProvince).orElse(false)
                && name.substring(dot + 1).matches("\\d{2}");
    }

    /** The limit in one province, which a policy may set apart; that of the country for any other, and for null. */
    public double get(Limit limit, String province) {
        var value =
                province == null ? null : changedInProvince.get(limit.wireName() + "." + province);
        return value == null ? get(limit) : value;
    }

    public double get(Limit limit) {
        var value = changed.get(limit);
        return value == null ? limit.defaultValue() : value;
    }

    /** Whether a detector may act; {@link Detectors#unlessTold} where the policy does not say. */
    public RuleState stateOf(String detector) {
        var told = states.get(detector);
        return told == null ? Detectors.unlessTold(detector) : told;
    }

    /** The model bundle the policy wants numbers scored with; empty for the one the job carries. */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /** Version of the policy, 0 for the defaults. */
    public int version() {
        return version;
    }

    private static Optional<String> refuse(PolicyVersion policy, String reason) {
        return Optional.of("policy version " + policy.version() + " is refused: " + reason);
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
