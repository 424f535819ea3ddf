/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.sandbox.OperatorError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the champion before back. */
@Command(
        name = "rollback-model",
        description =
                "Brings back the champion before the present one, or the model that the job carries where there was none.",
        mixinStandardHelpOptions = true)
final class RollbackModelCommand implements Runnable {
    @Spec private CommandSpec spec;
    @Mixin private ModelPublishing publishing;

    @Option(names = "--texts", description = "The text model, not the number model.")
    private boolean texts;

    @Override
    public void run() {
        publishing.requireBy();
        if (texts) {
            rollBackTexts();
        } else {
            rollBackNumbers();
        }
    }

    private void rollBackTexts() {
        var registry = publishing.registry();
        var present =
                registry.champion(BundleKind.TEXTS)
                        .orElseThrow(
                                () ->
                                        OperatorError.badInput(
                                                "No text model was ever published; there is nothing to roll back."));
        var before =
                registry.champion(BundleKind.TEXTS, present)
                        .orElseThrow(
                                () ->
                                        OperatorError.badInput(
                                                "%s is the only text model ever published; silence it by a policy with \"text-model\": \"OFF\"."
                                                        .formatted(present)));
        publishing.tellTexts(before, spec.commandLine().getOut());
        registry.crown(BundleKind.TEXTS, before);
        spec.commandLine()
                .getOut()
                .printf("%s is champion again, in place of %s%n", before, present);
    }

    private void rollBackNumbers() {
        var shipped = ModelBundle.shipped().manifest().label();
        var present = publishing.registry().champion().orElse(shipped);
        if (present.equals(shipped)) {
            throw OperatorError.badInput(
                    "The job scores by the model that it carries, %s; there is nothing to roll back."
                            .formatted(shipped));
        }
        var before = publishing.registry().champion(present).orElse(shipped);
        var out = spec.commandLine().getOut();
        publishing.tell(before.equals(shipped) ? null : before, null, out);
        publishing.registry().crown(before);
        out.printf("%s is champion again, in place of %s%n", before, present);
    }
}
