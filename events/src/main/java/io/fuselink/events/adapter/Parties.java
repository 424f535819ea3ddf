/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.events.adapter;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fuselink.events.DeadLetterReason;
import io.fuselink.events.NumberClass;
import io.fuselink.events.TrunkType;
import io.fuselink.events.codec.FeedFields;
import io.fuselink.events.numbering.ClassifiedNumber;
import io.fuselink.events.numbering.NumberClassifier;
import io.fuselink.events.token.Tokenizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes raw numbers into a record as what may be kept of them: token, class, unit, shape, masked display. */
final class Parties {
    private static final String SUFFIX = "_tk";

    /** Fields that hold no telephone number, and the space their raw values share with other fields of their kind. */
    private static final Map<String, String> SPACES =
            Map.ofEntries(
                    entry("imei_tk", "imei"),
                    entry("imsi_tk", "imsi"),
                    entry("cell_tk", "cell"),
                    entry("order_tk", "order"),
                    entry("acct_tk", "acct"),
                    entry("payee_tk", "acct"),
                    entry("id_doc_tk", "id_doc"),
                    entry("owner_id_tk", "id_doc"),
                    entry("a_device_tk", "device"),
                    entry("b_device_tk", "device"),
                    entry("b_address_tk", "address"));

    /** What platforms write where they know no device or address; as a token it would be one that everybody shares. */
    private static final Set<String> STANDS_FOR_NONE =
            Set.of(
                    "unknown",
                    "null",
                    "none",
                    "nil",
                    "undefined",
                    "n/a",
                    "na",
                    "02:00:00:00:00:00",
                    "9774d56d682e549c",
                    "无",
                    "暂无",
                    "未知",
                    "自提",
                    "自取",
                    "到店自提",
                    "到店自取",
                    "门店自提");

    /** Nothing but zeros and dashes, such as the advertising id of who allows none. */
    private static final Pattern ZEROS = Pattern.compile("[0\\s:\\-\u2013\u2014\uff0d]*");

    private static final Set<String> MAY_STAND_FOR_NONE =
            Set.of("a_device_tk", "b_device_tk", "b_address_tk");

    private final NumberClassifier classifier = new NumberClassifier();
    private final Tokenizer tokenizer;
    private final FeedFields fields;

    Parties(Tokenizer tokenizer, FeedFields fields) {
        this.tokenizer = tokenizer;
        this.fields = fields;
    }

    /** Puts the token of a raw number, and its class, unit and extension where the record has and lacks them. */
    void number(ObjectNode record, String field, String raw) {
        var number = classifier.classify(raw);
        if (!number.joinable()) {
            throw new Unusable(
                    DeadLetterReason.NOT_JOINABLE,
                    field
                            + " cannot be joined: "
                            + number.numberClass()
                            + ", shape "
                            + number.spoofShape());
        }
        record.put(field, tokenizer.token(number.canonical()));
        if (!field.endsWith(SUFFIX)) {
            return;
        }
        var party = field.substring(0, field.length() - SUFFIX.length());
        fill(record, party + "_class", number.numberClass().name());
        if (party.equals("x")) {
            fill(record, "x_unit", number.unit());
            fill(record, "ext", number.ext());
        }
    }

    /** Whether a token field stands for something that is no telephone number. */
    static boolean noNumber(String field) {
        return SPACES.containsKey(field);
    }

    /** Puts the token of something that is no number, a device, a cell, a data set's own id, unless it is none. */
    void opaque(ObjectNode record, String field, String raw) {
        if (MAY_STAND_FOR_NONE.contains(field) && standsForNone(raw)) {
            record.remove(field);
            return;
        }
        // One space for all parties, so that they join across feeds.
        record.put(field, tokenizer.token(SPACES.getOrDefault(field, "id") + ":" + raw));
    }

    private static boolean standsForNone(String raw) {
        return ZEROS.matcher(raw).matches()
                || STANDS_FOR_NONE.contains(raw.strip().toLowerCase(Locale.ROOT));
    }

    NumberClass classOf(String raw) {
        return classifier.classify(raw).numberClass();
    }

    /** Whether a raw string stands for somebody. */
    boolean joinable(String raw) {
        return classifier.classify(raw).joinable();
    }

    /** Puts class, shape and masked form of the presented string. */
    void presented(ObjectNode record, String raw, TrunkType trunk, boolean roaming) {
        shape(record, classifier.classify(raw, trunk, roaming));
    }

    private void shape(ObjectNode record, ClassifiedNumber number) {
        fill(record, "display_class", number.numberClass().name());
        fill(record, "spoof_shape", number.spoofShape().name());
        record.remove("display");
        fill(record, "display", number.display());
    }

    private void fill(ObjectNode record, String field, String value) {
        if (value != null && fields.has(field) && !record.has(field)) {
            record.put(field, value);
        }
    }
}
