/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Ids;
import io.fuselink.events.PolicyVersion;
import io.fuselink.events.Source;
import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.ModelRegistry;
import io.fuselink.sandbox.OperatorError;
import io.fuselink.sandbox.RunningSandbox;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a model is published: into a registry folder, and by a version of the policy to the running job. */
final class ModelPublishing {
    /** As for policies that bear no date: twice the notice, ms. */
    private static final long SOON_MS = 2 * PolicyVersion.NOTICE_MS;

    @Option(
            names = "--registry",
            paramLabel = "DIR",
            description =
                    "The folder that the job reads bundles from (models.registry); that of the sandbox you run without it.")
    private Path registry;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            required = true,
            description = "Who publishes; it stays in the policy.")
    private String by;

    @Option(
            names = "--registry-only",
            description = "Do not tell a running job; it is used when one starts.")
    private boolean registryOnly;

    @Mixin private DeploymentOptions deployment;

    ModelRegistry registry() {
        return new ModelRegistry(registry != null ? registry : RunningSandbox.models());
    }

    /** The model of a kind in force where it is published, empty while it is the one that the job carries, or none. */
    Optional<String> champion(BundleKind kind) {
        return registryOnly
                ? registry().champion(kind)
                : last(deployment.deployment())
                        .map(
                                kind == BundleKind.TEXTS
                                        ? PolicyVersion::textModel
                                        : PolicyVersion::model);
    }

    /** Tells the running job: the last policy, with these models. Null stands for the job's own, and for none. */
    void tell(String champion, String challenger, PrintWriter out) {
        if (!registryOnly) {
            tell(last -> new Models(champion, challenger, last.texts()), out);
        }
    }

    /** Tells the running job: the last policy, with this text model. Null stands for the job's own, or none. */
    void tellTexts(String textModel, PrintWriter out) {
        if (!registryOnly) {
            tell(last -> new Models(last.champion(), last.challenger(), textModel), out);
        }
    }

    private record Models(String champion, String challenger, String texts) {}

    private void tell(UnaryOperator<Models> change, PrintWriter out) {
        var to = deployment.deployment();
        var now = to.now();
        var last = last(to);
        var validFrom =
                Math.max(now + SOON_MS, last.map(policy -> policy.validFrom() + 1).orElse(0L));
        var models =
                change.apply(
                        last.map(p -> new Models(p.model(), p.challenger(), p.textModel()))
                                .orElseGet(() -> new Models(null, null, null)));
        var policy =
                new PolicyVersion(
                        last.map(PolicyVersion::version).orElse(0) + 1,
                        validFrom,
                        now,
                        by,
                        last.map(PolicyVersion::limits).orElse(null),
                        last.map(PolicyVersion::ruleStates).orElse(null),
                        last.map(PolicyVersion::lexiconVersion).orElse(null),
                        models.champion(),
                        models.challenger(),
                        models.texts());
        to.write(
                "Policy version " + policy.version(),
                Ids.hash("policy", policy.version(), by, now),
                Source.JOINT_CENTRE,
                "command-line",
                now,
                policy,
                out);
        out.printf("  valid from %s%n", Instant.ofEpochMilli(validFrom));
    }

    boolean registryOnly() {
        return registryOnly;
    }

    void requireBy() {
        if (by.isBlank()) {
            throw OperatorError.badInput("--by is empty; say who publishes.");
        }
    }

    private static Optional<PolicyVersion> last(Deployment deployment) {
        return deployment.policies().stream().max(Comparator.comparingInt(PolicyVersion::version));
    }
}
