/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.texts;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text as the model hears it: simplified characters and whole Latin words as tokens, without anything
 * that tells where the text was written down instead of what was said. Punctuation, spaces, speaker
 * labels, masks and the names of banks and shops go or become what they stand for; a number is one token
 * whatever its digits.
 */
final class SpokenWords {
    /** Stands for any number, amount, date or telephone number. */
    static final int NUMBER = 1;

    /** Stands for any web address. */
    static final int LINK = 2;

    /** Latin words carry their hash above every character. */
    private static final int LATIN = 1 << 20;

    private static final String NUMERALS = "〇零一二三四五六七八九十两百千万亿";
    private static final int COUNTING = NUMERALS.indexOf('两') + 1;
    private static final Set<String> NUMBER_MASKS =
            Set.of("digit", "phone", "cellphone", "orderid", "tel");
    private static final Set<String> LINK_MASKS = Set.of("url", "http", "https", "www", "urlnbsp");
    private static final Set<String> DROPPED_WORDS =
            Set.of(
                    "name", "place", "bank", "nbsp", "left", "right", "x", "xx", "xxx", "xxxx", "e",
                    "s", "caller", "callee", "user", "agent", "speaker", "td", "t", "n", "nbspurl");

    /** Names give way to what they are, so that a new shop or bank reads like a known one. */
    private static final Map<String, String> BRANDS = brands();

    private static final int LONGEST_BRAND =
            BRANDS.keySet().stream().mapToInt(String::length).max().orElseThrow();
    private static final char[] FOLD = fold();

    private int[] tokens = new int[64];
    private int size;

    private SpokenWords() {}

    /** Tokens in the order they were said. */
    static int[] of(String text) {
        var words = new SpokenWords();
        words.read(folded(text));
        return Arrays.copyOf(words.tokens, words.size);
    }

    /** Some tokens as people read them; what a name or number was is gone. */
    static String shown(int[] tokens, int from, int length) {
        var shown = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            int token = tokens[i];
            shown.append(
                    token == NUMBER
                            ? "〈number〉"
                            : token == LINK
                                    ? "〈link〉"
                                    : token >= LATIN ? "〈word〉" : String.valueOf((char) token));
        }
        return shown.toString();
    }

    private void read(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '[') {
                at = mask(text, at);
            } else if (c == '#') {
                at = emoji(text, at);
            } else if (latin(c)) {
                at = latinRun(text, at);
            } else if (NUMERALS.indexOf(c) >= 0) {
                at = numerals(text, at);
            } else if (Character.isIdeographic(c)) {
                at = ideograph(text, at);
            } else {
                at++;
            }
        }
    }

    /** {@code [金额x]} and the like: what was masked is a number or says nothing. */
    private int mask(String text, int from) {
        int end = text.indexOf(']', from);
        if (end < 0 || end - from > 24 || text.substring(from + 1, end).indexOf('[') >= 0) {
            return from + 1;
        }
        var name = text.substring(from + 1, end);
        if (name.matches("(数字|金额|日期|时间|电话|orderid|邮箱).*")) {
            once(NUMBER);
        } else if (name.startsWith("链接")) {
            once(LINK);
        } else if (!name.endsWith("x")) {
            return from + 1;
        }
        return end + 1;
    }

    /** {@code #E-s12} is a picture. */
    private static int emoji(String text, int from) {
        if (!text.startsWith("#e-s", from)) {
            return from + 1;
        }
        int at = from + 4;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return text.startsWith("[数字x]", at) ? at + 5 : at;
    }

    private int latinRun(String text, int from) {
        int end = from;
        int digits = 0;
        int dots = 0;
        while (end < text.length() && (latin(text.charAt(end)) || joins(text, end))) {
            digits += text.charAt(end) >= '0' && text.charAt(end) <= '9' ? 1 : 0;
            dots += text.charAt(end) == '.' || text.charAt(end) == '/' ? 1 : 0;
            end++;
        }
        var run = text.substring(from, end);
        if (run.startsWith("http")
                || run.startsWith("www")
                || dots > 0 && digits < run.length() - dots) {
            once(LINK);
        } else if (digits > 0 && (digits >= 3 || digits * 2 >= run.length())) {
            once(NUMBER);
        } else {
            word(run.replaceAll("[^a-z]", ""));
        }
        return end;
    }

    private void word(String run) {
        if (NUMBER_MASKS.contains(run)) {
            once(NUMBER);
        } else if (LINK_MASKS.contains(run)) {
            once(LINK);
        } else if (!run.isEmpty() && !DROPPED_WORDS.contains(run)) {
            add(LATIN + (run.hashCode() & (LATIN - 1)));
        }
    }

    private int numerals(String text, int from) {
        int end = from;
        boolean counts = false;
        while (end < text.length() && NUMERALS.indexOf(text.charAt(end)) >= 0) {
            counts |= NUMERALS.indexOf(text.charAt(end)) < COUNTING;
            end++;
        }
        if (counts && end - from > 1 && !text.startsWith("万一", from)) {
            once(NUMBER);
            return end;
        }
        add(text.charAt(from));
        return from + 1;
    }

    private int ideograph(String text, int from) {
        for (int length = Math.min(LONGEST_BRAND, text.length() - from); length > 1; length--) {
            var kind = BRANDS.get(text.substring(from, from + length));
            if (kind != null) {
                kind.chars().forEach(this::add);
                return from + length;
            }
        }
        char c = text.charAt(from);
        if (c != '某') {
            add(c);
        }
        return from + 1;
    }

    /** Numbers and links stand once, however many pieces they came in. */
    private void once(int token) {
        if (size == 0 || tokens[size - 1] != token) {
            add(token);
        }
    }

    private void add(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
        }
        tokens[size++] = token;
    }

    private static boolean latin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean joins(String text, int at) {
        return "._-/:?=&%".indexOf(text.charAt(at)) >= 0
                && at + 1 < text.length()
                && latin(text.charAt(at + 1));
    }

    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(FOLD[text.charAt(i)]);
        }
        return folded.toString();
    }

    private static char[] fold() {
        var simplify = Transliterator.getInstance("Traditional-Simplified");
        var fold = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < fold.length; c++) {
            var one = String.valueOf((char) c);
            if (!Character.isSurrogate((char) c)) {
                one = Normalizer.normalize(one, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
                if (one.length() == 1 && Character.isIdeographic(one.charAt(0))) {
                    one = simplify.transliterate(one);
                }
            }
            fold[c] = one.length() == 1 ? spelt(one.charAt(0)) : ' ';
        }
        return fold;
    }

    /** Spellings that simplification leaves apart, and sounds of hesitation. */
    private static char spelt(char c) {
        return switch (c) {
            case '帐' -> '账';
            case '戶', '戸' -> '户';
            case '嗯', '呃', '欸' -> ' ';
            default -> c;
        };
    }

    private static Map<String, String> brands() {
        var brands = new HashMap<String, String>();
        put(
                brands,
                "银行",
                "中国工商银行 中国建设银行 中国农业银行 工商银行 建设银行 农业银行 中国银行 招商银行 交通银行 邮政银行 邮储银行 浦发银行 民生银行 光大银行 兴业银行 平安银行 中信银行 广发银行 华夏银行 工行 建行 农行 招行 中行 交行 工银 建银");
        put(
                brands,
                "平台",
                "京东商城 京东 淘宝 天猫 拼多多 唯品会 苏宁易购 苏宁 美团 饿了么 抖音 快手 携程 闲鱼 小红书 飞猪 去哪儿 当当 国美 亚马逊 同程");
        put(brands, "快递", "顺丰 中通 圆通 申通 韵达 极兔 百世 德邦");
        put(brands, "运营商", "中国移动 中国联通 中国电信 中国铁通");
        return brands;
    }

    private static void put(Map<String, String> brands, String kind, String names) {
        for (var name : names.split(" ")) {
            brands.put(name, kind);
        }
    }
}
