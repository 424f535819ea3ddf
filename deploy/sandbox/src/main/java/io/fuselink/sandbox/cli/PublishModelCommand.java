/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import io.fuselink.models.bundle.BundleKind;
import io.fuselink.models.bundle.ModelBundle;
import io.fuselink.models.features.NumberFeatures;
import io.fuselink.models.texts.TextScorer;
import io.fuselink.models.training.BundleCheck;
import io.fuselink.sandbox.OperatorError;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a model into service, or into the shadow of the one that serves. */
@Command(
        name = "publish-model",
        description = {
            "Checks a bundle and publishes it: into the registry, and by a policy version to the running job, which takes it over without a restart.",
            "A text model hears calls in the shadow: its findings are written and act only once a policy makes text-model LIVE.",
            "Refused are yardsticks (kind sichuan), another feature schema, and weights that do not say what the network says."
        },
        mixinStandardHelpOptions = true)
final class PublishModelCommand implements Runnable {
    @Spec private CommandSpec spec;
    @Mixin private ModelPublishing publishing;

    @Parameters(paramLabel = "BUNDLE.zip", description = "The model.")
    private Path bundle;

    @Option(
            names = "--challenger",
            description =
                    "Let it score in the shadow of the present champion: compared, never acted upon.")
    private boolean challenger;

    @Override
    public void run() {
        publishing.requireBy();
        var out = spec.commandLine().getOut();
        var model = ModelBundle.read(bundle);
        var texts = model.manifest().kind() == BundleKind.TEXTS;
        if (texts) {
            TextScorer.of(model);
        } else {
            model.require(BundleKind.SERVING, NumberFeatures.SCHEMA);
        }
        if (texts && challenger) {
            throw OperatorError.badInput(
                    "--challenger is for number models: a text model is in the shadow anyway, until a policy says \"text-model\": \"LIVE\".");
        }
        var parity = BundleCheck.parity(model);
        var label = model.manifest().label();
        var before = publishing.champion(model.manifest().kind());
        out.printf(
                "%s holds %s: weights and network differ by %.1e at most%n", bundle, label, parity);
        out.printf("  in the registry as %s%n", publishing.registry().add(model));
        if (challenger) {
            publishing.tell(before.orElse(null), label, out);
            return;
        }
        if (texts) {
            publishing.tellTexts(label, out);
        } else {
            publishing.tell(label, null, out);
        }
        publishing.registry().crown(model.manifest().kind(), label);
        out.printf(
                "  champion before: %s%n",
                before.orElse(texts ? "none" : "the model that the job carries"));
    }
}
