/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.events.Ids;
import io.fuselink.events.Instruction;
import io.fuselink.events.NumberClass;
import io.fuselink.events.PolicePush;
import io.fuselink.events.PushTarget;
import io.fuselink.events.Source;
import io.fuselink.events.TargetType;
import io.fuselink.events.Urgency;
import io.fuselink.events.numbering.NumberClassifier;
import io.fuselink.events.token.Tokenizer;
import io.fuselink.jobs.breaker.BreakerNews;
import io.fuselink.sandbox.OperatorError;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** An authority's instruction about numbers, accounts or bindings. */
@Command(
        name = "push",
        description = {
            "Injects a police push into a running deployment.",
            "Each target gets a bundle of its own. Digits become tokens with the configured key, in your sandbox with the sandbox's."
        },
        mixinStandardHelpOptions = true)
final class PushCommand implements Runnable {

    @Spec private CommandSpec spec;
    @Mixin private DeploymentOptions options;
    @Mixin private KeyOptions key;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            required = true,
            arity = "1..*",
            description =
                    "What it points at: the digits of a number or a token; an id for a binding, a lease or a call leg.")
    private List<String> targets;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "NUMBER",
            description =
                    "What the targets are (default ${DEFAULT-VALUE}): ${COMPLETION-CANDIDATES}.")
    private TargetType type;

    @Option(names = "--case", paramLabel = "ID", required = true, description = "Id of the case.")
    private String caseId;

    @Option(
            names = "--authority",
            paramLabel = "CODE",
            required = true,
            description = "Code of the authority, such as 440100.")
    private String authority;

    @Option(
            names = "--authority-name",
            paramLabel = "NAME",
            description = "Name of the authority; its code without it.")
    private String authorityName;

    @Option(
            names = "--instruction",
            paramLabel = "WHAT",
            required = true,
            description = "What is asked: ${COMPLETION-CANDIDATES}.")
    private Instruction instruction;

    @Option(
            names = "--legal-basis",
            paramLabel = "TEXT",
            required = true,
            description = "The legal ground.")
    private String legalBasis;

    @Option(
            names = "--seal",
            paramLabel = "REF",
            required = true,
            description = "Reference of the officer's seal.")
    private String seal;

    @Option(
            names = "--hours",
            paramLabel = "H",
            defaultValue = "48",
            description = "How long it holds, in hours (default ${DEFAULT-VALUE}).")
    private int hours;

    @Option(names = "--urgent", description = "It must be served at once.")
    private boolean urgent;

    @Override
    public void run() {
        if (hours < 1) {
            throw new ParameterException(spec.commandLine(), "--hours " + hours + " is below 1");
        }
        var deployment = options.deployment();
        var numbers = new TypedNumbers(() -> deployment.tokenizer(key));
        var aimed = targets.stream().map(target -> target(target, numbers)).toList();
        var now = deployment.now();
        var id = Ids.hash("push", caseId, authority, instruction, aimed, now);
        var out = spec.commandLine().getOut();
        deployment.write("Push", id, Source.POLICE, authority, now, push(id, aimed, now), out);
        for (var target : aimed) {
            out.printf(
                    "  target %s has the bundle %s%n",
                    target.tk(), BreakerNews.caseBundle(caseId, target.tk()));
        }
    }

    private PolicePush push(String id, List<PushTarget> aimed, long now) {
        return new PolicePush(
                id,
                authority,
                authorityName == null ? authority : authorityName,
                instruction,
                aimed,
                caseId,
                legalBasis,
                now,
                now + TimeUnit.HOURS.toMillis(hours),
                seal,
                urgent ? Urgency.URGENT : Urgency.NORMAL,
                null);
    }

    private PushTarget target(String typed, TypedNumbers numbers) {
        var tk =
                switch (type) {
                    case NUMBER, INITIATOR, CALLEE, CALLEES_OF, ACCOUNTS_OF ->
                            numbers.token("--target", typed);
                    case DEVICE, ACCOUNT -> requireToken(typed);
                    case BINDING, LEASE, TRUNK, CALL_LEG -> typed;
                };
        return new PushTarget(type, tk, null, numberClass(typed));
    }

    /** The digits tell a middle number, which nobody may block as a whole; a token does not. */
    private NumberClass numberClass(String typed) {
        var number = type == TargetType.NUMBER || type == TargetType.INITIATOR;
        return number && !Tokenizer.isToken(typed)
                ? new NumberClassifier().classify(typed).numberClass()
                : null;
    }

    /** The digits of an account or a device are no number, and must not be read as one. */
    private String requireToken(String typed) {
        if (!Tokenizer.isToken(typed)) {
            throw OperatorError.badInput(
                    "--target of --type %s must be a token of 32 lower-case hex digits; digits are taken for numbers only."
                            .formatted(type));
        }
        return typed;
    }
}
