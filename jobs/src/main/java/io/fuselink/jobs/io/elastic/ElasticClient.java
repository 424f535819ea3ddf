/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.jobs.io.elastic;

import io.fuselink.jobs.io.ConfigException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** Opens clients for the configured Elasticsearch; whatever is wrong with the settings shows here, at the start. */
public final class ElasticClient {
    private static final int CONNECT_TIMEOUT_MS = 10_000;

    /** A busy node takes long over a bulk request; the client's own 30 s has been seen to fail. */
    private static final int SOCKET_TIMEOUT_MS = 120_000;

    private ElasticClient() {}

    /**
     * @throws ConfigException naming the option, when the settings cannot work
     */
    public static RestClient open(ElasticSettings settings) {
        settings.flaw()
                .ifPresent(
                        flaw -> {
                            throw new ConfigException(flaw);
                        });
        var url = URI.create(settings.url());
        requireKnownHost(url);
        var client =
                RestClient.builder(new HttpHost(url.getHost(), url.getPort(), url.getScheme()))
                        .setRequestConfigCallback(
                                request ->
                                        request.setConnectTimeout(CONNECT_TIMEOUT_MS)
                                                .setSocketTimeout(SOCKET_TIMEOUT_MS));
        if (url.getPath().length() > 1) {
            client.setPathPrefix(url.getPath());
        }
        authorise(client, settings);
        trust(client, settings);
        return client.build();
    }

    private static void requireKnownHost(URI url) {
        try {
            InetAddress.getByName(url.getHost());
        } catch (UnknownHostException e) {
            throw new ConfigException(
                    "elastic.url: the host %s is unknown; check its name.".formatted(url.getHost()),
                    e);
        }
    }

    private static void authorise(RestClientBuilder client, ElasticSettings settings) {
        if (settings.user() != null) {
            var pair = settings.user() + ":" + secret("password-file", settings.passwordFile());
            var encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            client.setDefaultHeaders(authorization("Basic " + encoded));
        } else if (settings.apiKeyFile() != null) {
            var key = secret("api-key-file", settings.apiKeyFile());
            client.setDefaultHeaders(authorization("ApiKey " + key));
        }
    }

    private static Header[] authorization(String value) {
        return new Header[] {new BasicHeader("Authorization", value)};
    }

    private static String secret(String option, String file) {
        try {
            var secret = Files.readString(Path.of(file)).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException e) {
            throw new ConfigException(
                    "elastic.%s: %s cannot be read; check path and rights.".formatted(option, file),
                    e);
        }
        throw new ConfigException("elastic.%s: %s is empty.".formatted(option, file));
    }

    private static void trust(RestClientBuilder client, ElasticSettings settings) {
        if (settings.ca() != null) {
            var context = trusting(Path.of(settings.ca()));
            client.setHttpClientConfigCallback(http -> http.setSSLContext(context));
        }
    }

    private static SSLContext trusting(Path pem) {
        try (var in = Files.newInputStream(pem)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigException(
                    "elastic.ca: %s holds no certificate in PEM form.".formatted(pem), e);
        }
    }
}
