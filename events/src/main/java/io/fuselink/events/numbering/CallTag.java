/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fuselink.events.NumberClass;

/**
 * What a handset may show beside a caller's number, in two parts that know nothing of each other: which
 * service or operator the number belongs to, and how dangerous it is. A number of the number protection
 * service is marked as such whoever calls, and the mark never reads as an accusation; a risk comes and
 * goes without touching the mark. Only a confirmed risk may be called fraud.
 *
 * @param service the neutral mark, null for a number of no marked service
 * @param operator whose range it is, or that this is not known
 * @param risk null where none is to be shown
 * @param wordingId the approved wording of the risk, null without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CallTag(String service, String operator, String risk, String wordingId) {
    /** An older plan misses too many ranges, and moved numbers, to name an operator by: days. */
    public static final long PLAN_STALE_DAYS = 365;

    static final String NUMBER_PROTECTION = "号码保护服务 · number protection service";
    static final String UNKNOWN_OPERATOR = "运营商未知 · operator unknown";

    private static final String[] RISKS = {
        null,
        null,
        "该号码有异常，请谨慎接听 · unusual, answer with care",
        "高风险来电，切勿转账或透露验证码 · high risk, neither pay nor tell codes",
        "已确认涉诈 · confirmed fraud"
    };

    /**
     * The tag of a number.
     *
     * @param planAgeDays age of the plan that named its operator
     * @param level of its risk, 0–4; the first two are not shown
     */
    public static CallTag of(ClassifiedNumber number, long planAgeDays, int level) {
        var risk = RISKS[level];
        return new CallTag(
                number.numberClass() == NumberClass.NUMBER_PROTECTION ? NUMBER_PROTECTION : null,
                operator(number, planAgeDays),
                risk,
                risk == null ? null : "RISK-L" + level + "-1");
    }

    /** A range is no proof of the present operator, and an old plan not even of the range. */
    private static String operator(ClassifiedNumber number, long planAgeDays) {
        return number.holder() == null || planAgeDays > PLAN_STALE_DAYS
                ? UNKNOWN_OPERATOR
                : number.holder();
    }
}
