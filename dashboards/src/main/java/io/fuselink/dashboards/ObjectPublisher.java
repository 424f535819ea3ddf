/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** Imports every dashboard into Kibana or OpenSearch Dashboards; doing it again replaces them. */
public final class ObjectPublisher {
    private static final String BOUNDARY = "fuselink-saved-objects";

    private ObjectPublisher() {}

    /**
     * Imports all objects.
     *
     * @param kibana a client whose host is Kibana
     * @param board address of a board for links to decisions; empty for none
     * @return how many objects Kibana took
     * @throws PublishException when Kibana cannot be reached or refuses an object
     */
    public static int publish(RestClient kibana, Optional<String> board) {
        var request = new Request("POST", "/api/saved_objects/_import");
        request.addParameter("overwrite", "true");
        // Kibana asks for the first header, OpenSearch Dashboards for the second.
        request.setOptions(
                RequestOptions.DEFAULT.toBuilder()
                        .addHeader("kbn-xsrf", "fuselink")
                        .addHeader("osd-xsrf", "fuselink"));
        request.setEntity(form(KibanaObjects.ndjson(Catalogue.load(), board)));
        try (var content = kibana.performRequest(request).getEntity().getContent()) {
            return taken(
                    IndexFamily.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (ResponseException e) {
            throw new PublishException(refusal(e), e);
        } catch (SSLException e) {
            throw new PublishException(
                    "The certificate of Kibana is not trusted (%s): check --ca."
                            .formatted(e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new PublishException(
                    "Kibana did not answer while the dashboards were being imported (%s): check --kibana and that it is up."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** The NDJSON as the file of a form, which is all that {@code _import} takes. */
    private static NByteArrayEntity form(String ndjson) {
        var body =
                """
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="fuselink.ndjson"\r
                Content-Type: application/ndjson\r
                \r
                %2$s\r
                --%1$s--\r
                """
                        .formatted(BOUNDARY, ndjson);
        return new NByteArrayEntity(
                body.getBytes(StandardCharsets.UTF_8),
                ContentType.parse("multipart/form-data; boundary=" + BOUNDARY));
    }

    private static int taken(JsonNode answer) {
        if (answer.path("success").asBoolean()) {
            return answer.path("successCount").asInt();
        }
        var refused = new ArrayList<String>(List.of());
        for (var error : answer.path("errors")) {
            refused.add(
                    error.path("id").asText() + ": " + error.at("/error/type").asText("unknown"));
        }
        throw new PublishException(
                "Kibana did not take %d objects (%s): import with a user who may write saved objects."
                        .formatted(refused.size(), String.join(", ", refused)),
                null);
    }

    private static String refusal(ResponseException e) {
        var status = e.getResponse().getStatusLine().getStatusCode();
        var advice =
                switch (status) {
                    case 401, 403 ->
                            "check the user or API key: importing needs the privilege to manage saved objects";
                    case 404 ->
                            "check --kibana: the address must be Kibana's own, with its base path, and not Elasticsearch's";
                    default -> e.getMessage();
                };
        return "Kibana refused the dashboards with HTTP %d: %s.".formatted(status, advice);
    }
}
