/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models.bundle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a bundle was trained for. */
public enum BundleKind {
    /** Scores number profiles in the running job. */
    SERVING,
    /** Scores transcribed words. */
    TEXTS,
    /** Scores the published per-number table of Sichuan: a yardstick, never deployable. */
    SICHUAN;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
