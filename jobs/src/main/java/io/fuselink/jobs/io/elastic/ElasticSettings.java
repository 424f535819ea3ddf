/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import java.io.Serializable;
import java.util.Optional;

/**
 * Where Elasticsearch is and who we are to it; secrets stay in their files until a client is opened.
 *
 * @param url such as {@code https://elastic.example:9200}
 * @param user with {@code passwordFile}; null for none
 * @param apiKeyFile file with the encoded API key, instead of a user; null for none
 * @param ca PEM file with the authorities to trust; null for the JDK's
 */
public record ElasticSettings(
        String url, String user, String passwordFile, String apiKeyFile, String ca)
        implements Serializable {

    /** An Elasticsearch that asks for no credentials. */
    public static ElasticSettings of(String url) {
        return new ElasticSettings(url, null, null, null, null);
    }

    /** What is contradictory or incomplete, in one sentence. */
    public Optional<String> flaw() {
        if (!url.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            return Optional.of(
                    "elastic.url must be http://HOST:PORT or https://HOST:PORT, without credentials or query.");
        }
        if ((user == null) != (passwordFile == null)) {
            return Optional.of("elastic.user and elastic.password-file go together; give both.");
        }
        if (user != null && apiKeyFile != null) {
            return Optional.of(
                    "elastic.user and elastic.api-key-file exclude each other; keep one.");
        }
        if (ca != null && !url.startsWith("https:")) {
            return Optional.of("elastic.ca needs an https elastic.url.");
        }
        return Optional.empty();
    }
}
