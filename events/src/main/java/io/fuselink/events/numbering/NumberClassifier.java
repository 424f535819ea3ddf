/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import io.fuselink.events.NumberClass;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads raw number strings by the number plan. Never throws, and reads its own canonical forms back
 * as what they were. Safe for many threads.
 *
 * <p>The order matters: strip, judge the spoof shape on the stripped string, class by the plan at
 * exact length, and only then ask libphonenumber, which would take {@code +86110} for the police.
 */
public final class NumberClassifier {
    private static final int MIDDLE_LENGTH = 15;
    private static final int UNIT_LENGTH = 11;
    private static final int E164_LENGTH = 15;

    /** A real country code may stand before five or six digits only by mistake. */
    private static final int LONGEST_BARE_SERVICE = 6;

    /** Longer ones are landlines of areas that begin with 95. */
    private static final int LONGEST_SERVICE_BEHIND_0 = 9;

    /** Area and local part without trunk prefix: two-digit areas have eight-digit numbers. */
    private static final Pattern LANDLINE =
            Pattern.compile("(10|2\\d)([1-8]\\d{7})|([3-9]\\d{2})([1-8]\\d{6,7})");

    private static final Pattern AREA = Pattern.compile("0(?:10|2\\d|[3-9]\\d{2})?");

    private final NumberPlan plan;

    /** Reads by the plan shipped with the project. */
    public NumberClassifier() {
        this(NumberPlan.builtIn());
    }

    public NumberClassifier(NumberPlan plan) {
        this.plan = plan;
    }

    public ClassifiedNumber classify(String raw) {
        return classify(raw, null, false);
    }

    /**
     * @param trunk kind of trunk the string arrived on, null when unknown
     * @param roaming whether the subscriber is known to be abroad
     */
    public ClassifiedNumber classify(String raw, TrunkType trunk, boolean roaming) {
        var dialled = DialString.of(raw);
        var reading = new Reading(dialled.ext());
        return switch (dialled.kind()) {
            case HIDDEN -> reading.because("withheld or empty").spoof(SpoofShape.HIDDEN, null);
            case MASKED ->
                    reading.because("starred out, cannot be joined").masked(dialled.number());
            case GARBLED -> reading.because("not a number").garbled();
            case NUMBER -> number(dialled.number(), trunk == TrunkType.INTL && !roaming, reading);
        };
    }

    /** What a canonical form is, read back through its dialled form. */
    public ClassifiedNumber ofCanonical(String canonical) {
        return classify(dialled(canonical));
    }

    /** The national (or, for foreign numbers, international) string a canonical form stands for. */
    public static String dialled(String canonical) {
        var parts = canonical.split(":", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("not a canonical number form");
        }
        return parts[0].equals("INT") ? "+" + parts[1] + parts[2] : parts[2].replace("-", "");
    }

    private ClassifiedNumber number(String number, boolean strayFromAbroad, Reading reading) {
        if (number.startsWith("+") || number.startsWith("00")) {
            var body = number.substring(number.startsWith("+") ? 1 : 2);
            return body.startsWith("86")
                    ? wrapped(number, body.substring(2), strayFromAbroad, reading)
                    : international(number, body, reading);
        }
        if (number.startsWith("700") || number.startsWith("0700") || number.startsWith("86700")) {
            return middle(number, number.startsWith("86") ? number.substring(2) : number, reading);
        }
        return number.startsWith("0")
                ? withTrunkPrefix(number, reading)
                : bare(number, strayFromAbroad, reading);
    }

    /** After {@code +86} or {@code 0086}. */
    private ClassifiedNumber wrapped(
            String number, String national, boolean strayFromAbroad, Reading reading) {
        if (national.startsWith("700") || national.startsWith("0700")) {
            return middle(number, national, reading.because("country code 86 removed"));
        }
        var local = national.startsWith("0") ? national.substring(1) : national;
        reading.because("country code 86 removed");
        if (knownLandline(local)) { // before the plan: +86 10 6… is Beijing, +86 951 … Yinchuan
            return landline(local, reading);
        }
        if (service(national).isPresent() || behindArea(national) || behindArea("0" + national)) {
            return reading.because("a service code never arrives with a country code")
                    .spoof(SpoofShape.INTL_SHORT_CODE, number);
        }
        var range = plan.lookup(national);
        if (range.isPresent()) {
            return planned(national, range.get(), strayFromAbroad, reading);
        }
        return LANDLINE.matcher(local).matches()
                ? landline(local, reading)
                : reading.because("no number of China has this form").malformed(number);
    }

    /** After any other country code. */
    private ClassifiedNumber international(String number, String body, Reading reading) {
        if (body.length() <= LONGEST_BARE_SERVICE
                && (service(body).isPresent() || behindArea(body))) {
            return reading.because("a service code never arrives with an international prefix")
                    .spoof(SpoofShape.INTL_SHORT_CODE, number);
        }
        if (body.startsWith("700")) {
            return middle(number, "", reading);
        }
        var foreign =
                body.length() <= E164_LENGTH
                        ? PhoneLibrary.foreign(body)
                        : Optional.<PhoneLibrary.Foreign>empty();
        if (foreign.isPresent()) {
            if (body.startsWith("7700")) {
                reading.because("+7 700 is Kazakhstan, not a middle number");
            }
            return reading.because("country code " + foreign.get().country())
                    .foreign(foreign.get());
        }
        return body.startsWith("7700")
                ? middle(number, "", reading)
                : reading.because("no country has such a number").malformed(number);
    }

    /** A string that shows 700: a middle number only at 15 digits in the national form. */
    private static ClassifiedNumber middle(String number, String national, Reading reading) {
        return national.startsWith("700") && national.length() == MIDDLE_LENGTH
                ? reading.because("700 with 15 digits").middle(national)
                : reading.because("700 in a form no middle number has")
                        .spoof(SpoofShape.MALFORMED_700, number);
    }

    private ClassifiedNumber withTrunkPrefix(String number, Reading reading) {
        if (behindArea(number)) {
            return reading.because("a service code has no area code")
                    .spoof(SpoofShape.AREA_SHORT_CODE, number);
        }
        var local = number.substring(1);
        return LANDLINE.matcher(local).matches()
                ? landline(local, reading)
                : reading.because("no landline has this area or length").malformed(number);
    }

    private ClassifiedNumber bare(String number, boolean strayFromAbroad, Reading reading) {
        var range = plan.lookup(number);
        if (range.isPresent()) {
            return planned(number, range.get(), false, reading);
        }
        if (number.startsWith("86")) {
            var national = number.substring(2);
            if (isThreeDigitService(national)) {
                return reading.because("a service code never arrives with a country code")
                        .spoof(SpoofShape.INTL_SHORT_CODE, number);
            }
            var mobile = plan.lookup(national).filter(found -> found.numberClass().mobile());
            if (mobile.isPresent()) {
                reading.because("country code 86 without a prefix removed");
                return planned(national, mobile.get(), strayFromAbroad, reading);
            }
            if (knownLandline(national)) {
                return landline(
                        national, reading.because("country code 86 without a prefix removed"));
            }
        }
        if (knownLandline(number)) {
            return landline(number, reading.because("area code without its 0"));
        }
        return plan.afterCarrierSelect(number)
                .map(DialString::of)
                .map(rest -> number(rest.number(), strayFromAbroad, new Reading(reading.ext)))
                .filter(
                        rest ->
                                rest.numberClass().mobile()
                                        || rest.numberClass() == NumberClass.LANDLINE)
                .map(rest -> reading.because("carrier-select prefix removed").as(rest))
                .orElseGet(() -> reading.because("not in the number plan").malformed(number));
    }

    private static ClassifiedNumber planned(
            String national, NumberPlan.Range range, boolean strayFromAbroad, Reading reading) {
        reading.because(
                range.numberClass()
                        + " range "
                        + range.prefix()
                        + " at "
                        + national.length()
                        + " digits");
        if (strayFromAbroad && range.numberClass().mobile()) {
            reading.because("domestic mobile dressed as international on an international trunk");
            return reading.planned(national, range, SpoofShape.INTL_DOMESTIC);
        }
        return switch (range.numberClass()) {
            case ENTERPRISE_400, TOLLFREE_800, SMS_PORT, IOT_M2M ->
                    reading.because("this class never originates a call")
                            .planned(national, range, SpoofShape.NOT_ORIGINATING);
            default -> reading.planned(national, range, SpoofShape.NONE);
        };
    }

    private static ClassifiedNumber landline(String areaAndLocal, Reading reading) {
        var parts = LANDLINE.matcher(areaAndLocal);
        parts.matches();
        var wideArea = parts.group(1) != null;
        var area = "0" + parts.group(wideArea ? 1 : 3);
        return reading.because("area " + area).landline(area, parts.group(wideArea ? 2 : 4));
    }

    private static boolean knownLandline(String areaAndLocal) {
        return LANDLINE.matcher(areaAndLocal).matches() && PhoneLibrary.landline(areaAndLocal);
    }

    private boolean isThreeDigitService(String national) {
        return national.length() == 3 && service(national).isPresent();
    }

    /** A short code, 95 or 96 number: lines that people trust. */
    private Optional<NumberPlan.Range> service(String national) {
        return plan.lookup(national).filter(range -> range.numberClass().official());
    }

    /** Whether a service code stands behind an area code or a bare trunk prefix. */
    private boolean behindArea(String number) {
        var area = AREA.matcher(number);
        if (!area.lookingAt()) {
            return false;
        }
        return service(number.substring(area.end())).isPresent()
                || number.length() <= LONGEST_SERVICE_BEHIND_0
                        && service(number.substring(1)).isPresent();
    }

    /** One reading in progress: the extension and what was seen so far. */
    private static final class Reading {
        private final String ext;
        private final List<String> reasons = new ArrayList<>();

        Reading(String ext) {
            this.ext = ext;
        }

        Reading because(String reason) {
            reasons.add(reason);
            return this;
        }

        ClassifiedNumber planned(String national, NumberPlan.Range range, SpoofShape shape) {
            var numberClass = range.numberClass();
            return new ClassifiedNumber(
                    numberClass,
                    "CN:" + letter(numberClass) + ":" + national,
                    null,
                    ext,
                    shape,
                    numberClass == NumberClass.MVNO,
                    range.holder(),
                    shown(numberClass, national),
                    List.copyOf(reasons));
        }

        private static String letter(NumberClass numberClass) {
            return switch (numberClass) {
                case MOBILE, MVNO, SATELLITE -> "M";
                case SMS_PORT -> "P";
                case IOT_M2M -> "I";
                default -> "S";
            };
        }

        private static String shown(NumberClass numberClass, String national) {
            return switch (numberClass) {
                case MOBILE, MVNO, SATELLITE, SMS_PORT, IOT_M2M -> Mask.ends(national);
                default -> national; // a public line is nobody's secret
            };
        }

        ClassifiedNumber middle(String national) {
            var unit = national.substring(0, UNIT_LENGTH);
            return joinable(
                    NumberClass.NUMBER_PROTECTION, "CN:NP:" + national, unit, Mask.middle(unit));
        }

        ClassifiedNumber landline(String area, String local) {
            return joinable(
                    NumberClass.LANDLINE,
                    "CN:F:" + area + "-" + local,
                    null,
                    area + "-" + Mask.ends(local, 0));
        }

        ClassifiedNumber foreign(PhoneLibrary.Foreign foreign) {
            return joinable(
                    NumberClass.INTERNATIONAL,
                    "INT:" + foreign.country() + ":" + foreign.national(),
                    null,
                    "+" + foreign.country() + Mask.ends(foreign.national(), 0));
        }

        private ClassifiedNumber joinable(
                NumberClass numberClass, String canonical, String unit, String display) {
            return new ClassifiedNumber(
                    numberClass,
                    canonical,
                    unit,
                    ext,
                    SpoofShape.NONE,
                    false,
                    null,
                    display,
                    List.copyOf(reasons));
        }

        ClassifiedNumber malformed(String seen) {
            return unjoinable(NumberClass.MALFORMED, SpoofShape.MALFORMED, Mask.ends(seen));
        }

        /** Not a number: it may be a name, so that nothing of it is shown. */
        ClassifiedNumber garbled() {
            return unjoinable(NumberClass.MALFORMED, SpoofShape.MALFORMED, Mask.ALL);
        }

        /** A shape that imitates a public line is shown whole: it is the evidence and names nobody. */
        ClassifiedNumber spoof(SpoofShape shape, String seen) {
            return switch (shape) {
                case HIDDEN -> unjoinable(NumberClass.MALFORMED, shape, null);
                case MALFORMED_700 -> unjoinable(NumberClass.MALFORMED, shape, Mask.ends(seen));
                default -> unjoinable(NumberClass.MALFORMED, shape, seen);
            };
        }

        ClassifiedNumber masked(String seen) {
            return unjoinable(NumberClass.MASKED, SpoofShape.NONE, Mask.ends(seen));
        }

        private ClassifiedNumber unjoinable(
                NumberClass numberClass, SpoofShape shape, String display) {
            return new ClassifiedNumber(
                    numberClass,
                    null,
                    null,
                    ext,
                    shape,
                    false,
                    null,
                    display,
                    List.copyOf(reasons));
        }

        ClassifiedNumber as(ClassifiedNumber rest) {
            reasons.addAll(rest.reasons());
            return new ClassifiedNumber(
                    rest.numberClass(),
                    rest.canonical(),
                    rest.unit(),
                    rest.ext(),
                    rest.spoofShape(),
                    rest.mvno(),
                    rest.holder(),
                    rest.display(),
                    List.copyOf(reasons));
        }
    }
}
