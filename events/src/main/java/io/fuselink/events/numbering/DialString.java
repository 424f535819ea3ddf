/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.numbering;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A raw number string stripped to what was dialled or shown: no scheme, no separators, half-width
 * digits, extension apart. Nothing is corrected yet.
 *
 * @param number digits with an optional leading {@code +} when {@link Kind#NUMBER}, else what was left
 * @param ext extension, null without one
 */
record DialString(Kind kind, String number, String ext) {

    enum Kind {
        NUMBER,
        /** Withheld, anonymous or empty. */
        HIDDEN,
        /** Partly starred out. */
        MASKED,
        /** Not a number at all. */
        GARBLED
    }

    /** Longer strings are no numbers; reading them would only cost time. */
    private static final int MOST_CHARACTERS = 200;

    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:tel|sips?|callto):(?://)?");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}]");
    private static final Pattern SEPARATORS =
            Pattern.compile("[\\s().\\-/\\u2010-\\u2015\\u2212\\u00b7\"']");
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)^(.*?\\d)(?:,+|;ext=|转|轉|分机号?|ext)(\\d{1,8})#?$");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{1,40}");
    private static final Pattern MASKED =
            Pattern.compile("\\+?\\d*(?:[*•●]+|[xX]{2,})\\d*|\\d+(?:[*•●xX]+\\d*)+");
    private static final Set<String> HIDDEN =
            Set.of(
                    "",
                    "anonymous",
                    "unavailable",
                    "unknown",
                    "restricted",
                    "private",
                    "withheld",
                    "blocked",
                    "null",
                    "none",
                    "未知",
                    "未知号码",
                    "匿名",
                    "保密",
                    "隐藏",
                    "隐藏号码",
                    "私人号码",
                    "无法显示",
                    "无主叫号码");

    static DialString of(String raw) {
        if (raw == null) {
            return new DialString(Kind.HIDDEN, "", null);
        }
        if (raw.length() > MOST_CHARACTERS) {
            return new DialString(Kind.GARBLED, "", null);
        }
        var text = Normalizer.normalize(raw, Normalizer.Form.NFKC);
        text = address(INVISIBLE.matcher(text).replaceAll("").strip());
        var bare = SEPARATORS.matcher(text).replaceAll("");
        if (HIDDEN.contains(bare.toLowerCase(Locale.ROOT))) {
            return new DialString(Kind.HIDDEN, "", null);
        }
        var extension = EXTENSION.matcher(bare);
        var ext = extension.matches() ? extension.group(2) : null;
        var number = extension.matches() ? extension.group(1) : parametersCut(bare);
        if (NUMBER.matcher(number).matches()) {
            return new DialString(Kind.NUMBER, number, ext);
        }
        return new DialString(
                MASKED.matcher(number).matches() ? Kind.MASKED : Kind.GARBLED, number, ext);
    }

    /** The user part of {@code "Name" <sip:user@host>}, {@code sip:user@host} or {@code tel:number}. */
    private static String address(String text) {
        var open = text.lastIndexOf('<');
        var close = text.indexOf('>', open);
        var inner = open >= 0 && close > open ? text.substring(open + 1, close) : text;
        var schemeless = SCHEME.matcher(inner).replaceFirst("");
        var at = schemeless.indexOf('@');
        var user = at >= 0 ? schemeless.substring(0, at) : schemeless;
        return user.replace("%2B", "+").replace("%2b", "+").strip();
    }

    private static String parametersCut(String text) {
        var semicolon = text.indexOf(';');
        return semicolon < 0 ? text : text.substring(0, semicolon);
    }
}
