/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.Optional;

/**
 * The two questions libphonenumber answers well: what country a foreign number is of, and whether a
 * bare number is a known landline. It knows neither 700 nor machine numbers, calls live mobile
 * ranges invalid and collapses spoofs into real short codes, so that it is asked nothing else.
 */
final class PhoneLibrary {
    /** Loaded when first asked: most numbers never need it. */
    private static final class Lazy {
        private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    }

    private PhoneLibrary() {}

    /** Country code and national number of an international number. */
    record Foreign(int country, String national) {
        String e164() {
            return "+" + country + national;
        }
    }

    /** Reads digits that begin with a country code; empty when no country has such a number. */
    static Optional<Foreign> foreign(String digits) {
        return parse("+" + digits)
                // Some countries' numbers change again when read again: only a stable form is
                // canonical.
                .flatMap(once -> parse(once.e164()).filter(once::equals));
    }

    private static Optional<Foreign> parse(String e164) {
        try {
            var number = Lazy.LIBRARY.parse(e164, null);
            return Lazy.LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(
                            new Foreign(
                                    number.getCountryCode(),
                                    Lazy.LIBRARY.getNationalSignificantNumber(number)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Whether area and local part, without trunk prefix, are a landline known in China. */
    static boolean landline(String areaAndLocal) {
        try {
            var number = Lazy.LIBRARY.parse("+86" + areaAndLocal, null);
            return Lazy.LIBRARY.getNumberType(number) == PhoneNumberType.FIXED_LINE
                    && Lazy.LIBRARY.getNationalSignificantNumber(number).equals(areaAndLocal);
        } catch (NumberParseException e) {
            return false;
        }
    }
}
