/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.dashboards.ObjectPublisher;
import io.fuselink.dashboards.PublishException;
import io.fuselink.dashboards.TemplatePublisher;
import io.fuselink.jobs.io.ConfigException;
import io.fuselink.jobs.io.elastic.ElasticClient;
import io.fuselink.jobs.io.elastic.ElasticSettings;
import io.fuselink.sandbox.ExitCodes;
import io.fuselink.sandbox.OperatorError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.elasticsearch.client.RestClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts the index templates into Elasticsearch and the dashboards into Kibana; doing it again replaces them. */
@Command(
        name = "publish-dashboards",
        description =
                "Installs the index templates in Elasticsearch and the dashboards in Kibana or OpenSearch Dashboards.",
        mixinStandardHelpOptions = true)
final class PublishDashboardsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--elastic",
            paramLabel = "URL",
            required = true,
            description = "Elasticsearch, such as https://elastic.example:9200.")
    private String elastic;

    @Option(
            names = "--kibana",
            paramLabel = "URL",
            description =
                    "Kibana, with its base path; without it only the templates are installed.")
    private String kibana;

    @Option(names = "--user", paramLabel = "NAME", description = "Who installs them.")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with that user's password.")
    private Path passwordFile;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "File with an encoded API key, instead of a user.")
    private Path apiKeyFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "PEM file with the authorities to trust; the JDK's without it.")
    private Path ca;

    @Option(
            names = "--board",
            paramLabel = "URL",
            description =
                    "A board whose decision page the ids of decisions lead to, such as http://127.0.0.1:9000.")
    private String board;

    @Override
    public Integer call() throws IOException {
        try {
            publish();
            return ExitCodes.OK;
        } catch (ConfigException | PublishException e) {
            throw OperatorError.badInput(byOption(e.getMessage()), e);
        }
    }

    private void publish() throws IOException {
        requireAddress();
        var out = spec.commandLine().getOut();
        try (var client = open(elastic)) {
            TemplatePublisher.publish(client);
            out.println("The index templates are installed in " + elastic);
        }
        if (kibana == null) {
            out.println(
                    "No --kibana was given; dashboards/fuselink.ndjson can be imported by hand.");
            return;
        }
        try (var client = open(kibana)) {
            var objects = ObjectPublisher.publish(client, Optional.ofNullable(board));
            out.printf("%d dashboards, panels and lists are installed in %s%n", objects, kibana);
        } catch (ConfigException e) {
            throw new ConfigException(e.getMessage().replace("elastic.url", "--kibana"), e);
        }
    }

    private void requireAddress() {
        if (board != null && !board.matches("https?://[^/?#@\\s]+(/[^?#\\s]*[^?#\\s/])?")) {
            throw OperatorError.badInput(
                    "--board must be an address such as http://127.0.0.1:9000, without a slash at its end.");
        }
    }

    private RestClient open(String url) {
        return ElasticClient.open(
                new ElasticSettings(url, user, text(passwordFile), text(apiKeyFile), text(ca)));
    }

    private static String text(Path path) {
        return path == null ? null : path.toString();
    }

    /** The same sentence for a command line: a configuration names its keys, this the options. */
    private static String byOption(String sentence) {
        return sentence.replace("elastic.url", "--elastic").replace("elastic.", "--");
    }
}
