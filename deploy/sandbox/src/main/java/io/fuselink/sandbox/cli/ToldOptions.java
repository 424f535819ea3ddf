/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.dashboards.TemplatePublisher;
import io.fuselink.jobs.io.elastic.DirectIndex;
import io.fuselink.jobs.io.elastic.Document;
import io.fuselink.jobs.io.elastic.Documents;
import io.fuselink.jobs.io.elastic.ElasticClient;
import io.fuselink.jobs.io.elastic.ElasticSettings;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.told.Told;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where to read what was told: folders, a deployment's Kafka, or this user's sandbox; and where documents made of it go. */
final class ToldOptions {
    @ArgGroup private Choice choice = new Choice();

    @Option(
            names = "--elastic",
            paramLabel = "URL",
            description =
                    "Write the documents into this Elasticsearch; without it into that of --config or of the sandbox, and with --outputs nowhere.")
    private String elastic;

    private static final class Choice {
        @Option(
                names = "--outputs",
                paramLabel = "DIR",
                description =
                        "A folder with NAME.jsonl of outputs and feeds, as replay --out and sandbox --once write; may be given again.")
        private List<Path> folders;

        @ArgGroup private BrokerChoice broker = new BrokerChoice();
    }

    /** What was told, after a look whether it can be read at all. */
    Told told() {
        if (choice.folders != null) {
            for (var folder : choice.folders) {
                if (!Files.isDirectory(folder)) {
                    throw OperatorError.badInput(
                            "--outputs " + folder + " is not a folder; check the path.");
                }
            }
            return Told.ofFolders(choice.folders);
        }
        var broker =
                choice.broker.broker(
                        "name a folder with --outputs DIR, or a broker with --kafka HOST:PORT");
        broker.requireTopics(Broker.feedsAndOutputs());
        return Told.ofTopics(broker.client());
    }

    /** Says how many records of the feeds do not count, where there are any. */
    static void tellUnreadable(Told told, PrintWriter out) {
        if (told.unreadable() > 0) {
            out.printf(
                    "%d records of the feeds could not be understood and are not counted; they are dead letters of the detection.%n",
                    told.unreadable());
        }
    }

    /** Writes the documents of these records, where there is an Elasticsearch, and says where they went. */
    void index(List<? extends Record> records, PrintWriter out) throws IOException {
        var settings = elasticsearch();
        if (settings.isEmpty()) {
            out.println("No document was written; --elastic URL names an Elasticsearch.");
            return;
        }
        var documents = new ArrayList<Document>();
        records.forEach(record -> documents.addAll(Documents.of(record)));
        try (var client = ElasticClient.open(settings.get())) {
            TemplatePublisher.publish(client);
            DirectIndex.write(client, documents, System.currentTimeMillis());
        }
        out.printf("%d documents written to %s%n", documents.size(), settings.get().url());
    }

    private Optional<ElasticSettings> elasticsearch() {
        if (elastic != null) {
            return Optional.of(ElasticSettings.of(elastic));
        }
        return choice.folders != null ? Optional.empty() : choice.broker.elasticsearch();
    }
}
