/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Ids;
import io.fuselink.events.PolicyVersion;
import io.fuselink.events.Source;
import io.fuselink.patterns.Limits;
import io.fuselink.sandbox.OperatorError;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes limits, rule states or the model of a running deployment, without a restart. */
@Command(
        name = "publish-policy",
        description = {
            "Checks a policy version and publishes it to a running deployment.",
            "It counts from its valid_from on; until then, and without anything it does not name, nothing changes.",
            "fuselink-feed-health shows which tasks have taken it over. docs/policy.md explains the file."
        },
        mixinStandardHelpOptions = true)
final class PublishPolicyCommand implements Runnable {

    @Spec private CommandSpec spec;
    @Mixin private DeploymentOptions options;

    @Parameters(paramLabel = "FILE", description = "One policy version as JSON.")
    private Path file;

    @Option(names = "--check", description = "Only check the file; publish nothing.")
    private boolean checkOnly;

    @Override
    public void run() {
        var draft = PolicyFile.read(file);
        if (checkOnly) {
            accepted(draft.publishedAt(System.currentTimeMillis()));
            spec.commandLine().getOut().printf("%s may be published%n", file);
            return;
        }
        var deployment = options.deployment();
        var now = deployment.now();
        var policy = accepted(draft.publishedAt(now));
        requireNews(policy, deployment);
        deployment.write(
                "Policy version " + policy.version(),
                Ids.hash("policy", policy.version(), policy.by(), now),
                Source.JOINT_CENTRE,
                "command-line",
                now,
                policy,
                spec.commandLine().getOut());
        spec.commandLine()
                .getOut()
                .printf("  valid from %s%n", Instant.ofEpochMilli(policy.validFrom()));
    }

    private PolicyVersion accepted(PolicyVersion policy) {
        Limits.refusal(policy)
                .ifPresent(
                        reason -> {
                            throw OperatorError.badInput(file + ": " + reason + ".");
                        });
        return policy;
    }

    /** Versions rise, and so do the times they count from: what is in force is then the newest that has begun. */
    private void requireNews(PolicyVersion policy, Deployment deployment) {
        var last =
                deployment.policies().stream().max(Comparator.comparingInt(PolicyVersion::version));
        if (last.isEmpty()) {
            return;
        }
        if (policy.version() <= last.get().version()) {
            throw OperatorError.badInput(
                    "%s: version %d is not news, the last published is %d; take %d."
                            .formatted(
                                    file,
                                    policy.version(),
                                    last.get().version(),
                                    last.get().version() + 1));
        }
        if (policy.validFrom() <= last.get().validFrom()) {
            throw OperatorError.badInput(
                    "%s: valid_from is not after that of version %d (%s); take a later time."
                            .formatted(
                                    file,
                                    last.get().version(),
                                    Instant.ofEpochMilli(last.get().validFrom())));
        }
    }
}
