/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.breaker;

import io.fuselink.events.ActionType;
import io.fuselink.events.Change;
import io.fuselink.events.Family;
import io.fuselink.events.Reason;
import io.fuselink.patterns.SignalCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of reason cards, Chinese and English, for people who know no rule by its name. */
final class CardWords {

    /** A line in both languages. */
    record Line(String zh, String en) {}

    static final Line CONTEST =
            new Line(
                    "如有异议，可拨打客服热线或到营业厅申诉，也可向反诈中心申请复核；我们在15分钟内受理，4小时内核实，核实通过立即解除。",
                    "If you disagree, call the hotline, go to a counter, or ask the anti-fraud centre to look again. "
                            + "It is taken within 15 minutes, checked within 4 hours, and lifted at once if you are right.");

    static final Line BRING_ID = new Line("本人有效身份证件", "Your valid identity document");
    static final Line BRING_CARD =
            new Line("被限制号码的手机卡（能接收短信）", "The SIM of the number, able to receive messages");
    static final Line BRING_USE =
            new Line(
                    "用途说明；单位用户另带营业执照和用途备案",
                    "What you use the number for; a company also its licence and registered use");

    private static final Map<String, String> ZH =
            """
            S01_STRANGER_BURST=短时间内大量拨打陌生号码，且几乎无人回拨
            S02_NUMBER_SCAN=以机器般的节奏连续拨打新号码
            POOL_BUSY=同组号码合计大量拨打陌生人，单个号码均不显眼
            POOL_SHARED_INGRESS=多个号码在同一中继、租约或设备后以相同方式使用
            S04_STATIC_GOIP=一台设备上有许多只呼出、不呼入的号码
            S04_ONE_WAY_TRAFFIC=该设备的号码大量呼出而从不接听
            S08_NEW_CARD_BURST=新开的卡短期内拨打全国各地
            S10_DEVICE_CHANGES=号码频繁更换设备并集中呼出
            S11_PROVINCE_SPREAD=新号码拨打多个省份的陌生人
            S12_NIGHT_CALLS=大量通话集中在夜间
            S14_UNBOUND_CALLS=通过没有有效绑定的中间号呼出
            EXPIRED_BINDING_CALL=绑定到期并过宽限期后仍使用中间号呼叫
            STRANGER_SHORT_CALL=陌生人先打来一个短电话
            STRANGER_LONG_CALL=陌生人让对方长时间不挂电话
            SCRIPT_SUSPICIOUS=通话内容符合诈骗话术
            SCRIPT_STAGE_THREAT=通话中对对方进行恐吓
            SCRIPT_STAGE_STEER=通话中要求操控对方的手机、验证码或账户
            SCRIPT_STAGE_TRANSFER=通话中要求对方转账
            SCRIPT_VICTIM=被叫本人的话表明正在被诱导
            VERIFIED_REPORT=有人举报，且该通话经核实确实发生
            S20_REPORTS_CONVERGE=多名互不相关的用户举报同一号码的真实通话
            S22_SPOOF_SHAPE=显示的号码不是任何真实号码的样式
            S22_FORGED_CALL=来自境外的通话显示了境外不可能使用的号码
            TRUNK_SCRIPTED=同一中继下相当一部分号码的通话符合诈骗话术
            DOOR_REPORTED=多名互不相关的用户举报同一中继或租约下多个号码的真实通话
            VOICE_SHARED=外部声纹服务认为多人名下的号码出自同一声音（仅供参考，不单独采取措施）
            ROBOT_OPENING=每次通话的开场白完全相同，疑似机器外呼
            OPENING_SHARED=多个互不相关的号码使用完全相同的开场白
            REGION_CHOSEN=同一中继下的号码外显多个省份，与实际接入地区不符
            POLICE_PUSH=公安机关下达指令
            """
                    .lines()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toUnmodifiableMap(l -> l[0], l -> l[1]));

    private CardWords() {}

    /** What was seen, in plain words. */
    static Line seen(Reason reason) {
        var zh = ZH.getOrDefault(reason.code(), zh(reason.family()));
        return new Line(zh, sentence(reason.code()).orElse(en(reason.family())));
    }

    /** What was seen, with its value against its limit, the rule that holds it, and how often. */
    static Line measured(Reason reason, int times) {
        var once = measured(reason);
        return times == 1
                ? once
                : new Line(
                        once.zh() + "，共 " + times + " 次",
                        once.en() + ", " + times + " times in all");
    }

    private static Line measured(Reason reason) {
        var plain = seen(reason);
        var value = number(reason.value());
        var limit = number(reason.limit());
        return new Line(
                "%s：观察值 %s，限值 %s（规则 %s 第%d版，%s）"
                        .formatted(
                                plain.zh(),
                                value,
                                limit,
                                reason.detector(),
                                reason.version(),
                                reason.code()),
                "%s: %s against %s (rule %s v%d, %s)"
                        .formatted(
                                plain.en(),
                                value,
                                limit,
                                reason.detector(),
                                reason.version(),
                                reason.code()));
    }

    /** One change of the smallest that would have avoided it. */
    static Line change(Change change) {
        return new Line(
                "若“%s”由 %s 变为 %s"
                        .formatted(
                                ZH.getOrDefault(change.code(), change.code()),
                                number(change.value()),
                                number(change.changeTo())),
                "had “%s” been %s instead of %s"
                        .formatted(
                                sentence(change.code()).orElse(change.code()),
                                number(change.changeTo()),
                                number(change.value())));
    }

    /** What an action limits, for whom it hits. */
    static Line limited(ActionType action) {
        return switch (action) {
            case BLOCK ->
                    new Line(
                            "该号码暂停呼出；接听和紧急呼叫不受影响",
                            "Outgoing calls are suspended; incoming and emergency calls work");
            case THROTTLE ->
                    new Line(
                            "限制每小时新联系人数量，暂停新增绑定",
                            "New people called per hour are limited; no new bindings");
            case TAG -> new Line("来电显示风险提示", "Calls are shown with a warning");
            case WARN -> new Line("已提醒接听过该号码的人", "People it called are warned");
            case REVERIFY ->
                    new Line("请在24小时内完成实名复核", "Prove within 24 hours who holds the number");
            case FREEZE_REQUEST ->
                    new Line(
                            "已向银行提出止付或冻结申请，由有权机关决定",
                            "A stop-pay or freeze was requested; the competent body decides");
            case LEAD -> new Line("线索已移交公安机关", "Handed to police as a lead");
            case HOLD_SUGGEST -> new Line("建议银行暂缓该笔转账", "The bank is advised to hold the transfer");
            case DISSUADE -> new Line("正在联系当事人劝阻", "The person is being talked to");
            case QUARANTINE ->
                    new Line("该号码暂不重新放号", "The number is not given to anybody new for now");
        };
    }

    /** Whole where it is whole, else three significant places. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Optional<String> sentence(String code) {
        return Arrays.stream(SignalCode.values())
                .filter(c -> c.name().equals(code))
                .findFirst()
                .map(SignalCode::sentence);
    }

    private static String zh(Family family) {
        return switch (family) {
            case BEHAVIOUR -> "通话行为异常";
            case CONTENT -> "通话内容涉嫌诈骗话术";
            case REPORTS -> "被用户举报";
            case DEVICE -> "设备或身份关联异常";
            case FUNDS -> "与可疑资金往来有关";
            case AUTHORITY -> "有权机关指令";
        };
    }

    private static String en(Family family) {
        return switch (family) {
            case BEHAVIOUR -> "Unusual calling";
            case CONTENT -> "Words that follow a fraud script";
            case REPORTS -> "Reported by users";
            case DEVICE -> "An unusual device or identity link";
            case FUNDS -> "Linked to a suspicious movement of money";
            case AUTHORITY -> "Instructed by an authority";
        };
    }
}
