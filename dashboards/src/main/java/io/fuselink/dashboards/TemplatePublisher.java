/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import java.io.IOException;
import javax.net.ssl.SSLException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** Puts the index templates into Elasticsearch, before the first document; doing it again changes nothing. */
public final class TemplatePublisher {
    private TemplatePublisher() {}

    /**
     * @throws PublishException when Elasticsearch cannot be reached or refuses a template
     */
    public static void publish(RestClient elastic) {
        for (var family : IndexFamily.values()) {
            put(elastic, family);
        }
    }

    private static void put(RestClient elastic, IndexFamily family) {
        var request = new Request("PUT", "/_index_template/" + family.wireName());
        request.setJsonEntity(family.templateJson());
        try {
            elastic.performRequest(request);
        } catch (ResponseException e) {
            throw new PublishException(refusal(family, e), e);
        } catch (SSLException e) {
            throw new PublishException(
                    "The certificate of Elasticsearch is not trusted (%s): check elastic.ca."
                            .formatted(e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new PublishException(
                    "Elasticsearch did not answer while the index template %s was being published (%s): check elastic.url and that it is up."
                            .formatted(family.wireName(), e.getMessage()),
                    e);
        }
    }

    private static String refusal(IndexFamily family, ResponseException e) {
        var status = e.getResponse().getStatusLine().getStatusCode();
        var advice =
                status == 401 || status == 403
                        ? "check elastic.user and elastic.password-file, or elastic.api-key-file: publishing needs the manage_index_templates privilege"
                        : e.getMessage();
        return "Elasticsearch refused the index template %s with HTTP %d: %s."
                .formatted(family.wireName(), status, advice);
    }
}
