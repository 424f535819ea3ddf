/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.steps;

import io.fuselink.events.Assessment;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PurposeClass;
import io.fuselink.events.SubjectType;
import io.fuselink.patterns.Limit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an assessment that asks to act counts against: the budgets of an hour, and the groups of numbers
 * whose share of those acted on is watched. A scope is a kind and a name, such as {@code province:44}.
 */
final class BudgetScopes {
    /** All numbers together. */
    static final String WHOLE = "all";

    private static final String LEASE = "LEASE:";
    private static final String PROVINCE = "province:";

    private BudgetScopes() {}

    /** The rule whose own budget of an hour an assessment spends. */
    static String rule(Assessment assessment) {
        return "rule:" + detector(assessment);
    }

    /** The other hourly budgets it spends, and the limit of each. */
    static Map<String, Limit> budgets(Assessment assessment) {
        var budgets = new LinkedHashMap<String, Limit>();
        if (ofOneCall(assessment)) {
            return budgets;
        }
        if (assessment.province() != null) {
            budgets.put(PROVINCE + assessment.province(), Limit.BUDGET_PROVINCE_1H);
        }
        if (assessment.numberClass() != null) {
            budgets.put("class:" + assessment.numberClass(), Limit.BUDGET_CLASS_1H);
            if (assessment.province() != null) {
                budgets.put(range(assessment), Limit.BUDGET_RANGE_1H);
            }
        }
        if (assessment.subjectType() == SubjectType.LEASE) {
            budgets.put(lease(assessment.subjectTk()), Limit.BUDGET_LEASE_1H);
        }
        leases(assessment).forEach(lease -> budgets.put(lease, Limit.BUDGET_LEASE_1H));
        return budgets;
    }

    /** The finest range of numbers that a token leaves visible: those of one class at home in one province. */
    private static String range(Assessment assessment) {
        return "range:" + assessment.numberClass() + "/" + assessment.province();
    }

    private static List<String> leases(Assessment assessment) {
        return assessment.linkKeys().stream()
                .filter(k -> k.startsWith(LEASE))
                .map(k -> lease(k.substring(LEASE.length())))
                .toList();
    }

    private static String lease(String key) {
        return "lease:" + key;
    }

    /** The enterprise of whose numbers a share only may be acted on; empty where it is about none of them. */
    static Optional<String> enterprise(Assessment assessment) {
        return assessment.subjectType() == SubjectType.NUMBER
                ? leases(assessment).stream().findFirst()
                : Optional.empty();
    }

    /** The detector whose budget an assessment spends: the first that spoke. */
    static String detector(Assessment assessment) {
        return assessment.detectors().isEmpty() ? "none" : assessment.detectors().get(0);
    }

    /**
     * Ending one call limits nobody afterwards. It spends its rule's budget only: who places calls with
     * false numbers by the hundred must not be able to spend what stands against everybody else.
     */
    static boolean ofOneCall(Assessment assessment) {
        return assessment.subjectType() == SubjectType.CALL;
    }

    /** The groups a number that was looked at belongs to. */
    static List<String> groups(Particulars number) {
        var groups = groups(number.numberClass(), number.province(), number.purpose());
        if (number.leaseKey() != null) {
            groups.add(lease(number.leaseKey()));
        }
        return groups;
    }

    static boolean isProvince(String group) {
        return group.startsWith(PROVINCE);
    }

    /** The groups of a number that is acted on; none for anything else. */
    static List<String> groups(Assessment assessment) {
        if (assessment.subjectType() != SubjectType.NUMBER || assessment.numberClass() == null) {
            return List.of();
        }
        var groups = groups(assessment.numberClass(), assessment.province(), assessment.purpose());
        enterprise(assessment).ifPresent(groups::add);
        return groups;
    }

    private static List<String> groups(
            NumberClass numberClass, String province, PurposeClass purpose) {
        var groups = new ArrayList<String>();
        groups.add(WHOLE);
        groups.add("class:" + numberClass);
        if (province != null) {
            groups.add(PROVINCE + province);
        }
        groups.add("purpose:" + (purpose == null ? "none" : purpose));
        return groups;
    }
}
