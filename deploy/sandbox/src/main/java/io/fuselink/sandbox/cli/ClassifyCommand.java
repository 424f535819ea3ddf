/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.sandbox.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fuselink.events.NumberClass;
import io.fuselink.events.SpoofShape;
import io.fuselink.events.TrunkType;
import io.fuselink.events.numbering.CallTag;
import io.fuselink.events.numbering.ClassifiedNumber;
import io.fuselink.events.numbering.MiddleNumberProfile;
import io.fuselink.events.numbering.NumberClassifier;
import io.fuselink.events.numbering.NumberPlan;
import io.fuselink.events.token.Tokenizer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a number string is by China's numbering plan, and the token that stands for it. */
@Command(
        name = "classify",
        description = {
            "Says what numbers are: one JSON line for each NUMBER.",
            "The fields are class, canonical, unit, spoof_shape, mvno, display, token, reasons, parts of a middle number, and tag; what does not apply is left out. canonical is the number in clear, token needs a key.",
            "tag is what a handset may show: the neutral service mark, the operator unless the number plan is too old to say, and with --level the risk."
        },
        mixinStandardHelpOptions = true)
final class ClassifyCommand implements Runnable {

    private static final String STANDARD_INPUT = "-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NumberClassifier classifier = new NumberClassifier();

    private CommandSpec spec;
    @Mixin private KeyOptions key;

    @Parameters(
            paramLabel = "NUMBER",
            arity = "1..*",
            description =
                    "A number as it was shown or dialled; - reads one a line from standard input.")
    private List<String> numbers;

    @Option(
            names = "--trunk",
            paramLabel = "TRUNK",
            description = "Kind of trunk the call came in by: ${COMPLETION-CANDIDATES}.")
    private TrunkType trunk;

    @Option(names = "--roaming", description = "The subscriber is known to be abroad.")
    private boolean roaming;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "opaque",
            description =
                    "How to read middle numbers: opaque, or draft-2025-12 for the draft standard (default ${DEFAULT-VALUE}).")
    private String profileName;

    @Option(
            names = "--level",
            paramLabel = "N",
            defaultValue = "0",
            description = "Level of the risk in the tag, 0 to 4 (default ${DEFAULT-VALUE}: none).")
    private int level;

    private MiddleNumberProfile profile;
    private Tokenizer tokenizer;

    /** One line of output. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Line(
            @JsonProperty("class") NumberClass numberClass,
            String canonical,
            String unit,
            SpoofShape spoofShape,
            boolean mvno,
            String display,
            String token,
            List<String> reasons,
            MiddleNumberProfile.Parts parts,
            CallTag tag) {

        static Line of(
                ClassifiedNumber number,
                String token,
                MiddleNumberProfile.Parts parts,
                CallTag tag) {
            return new Line(
                    number.numberClass(),
                    number.canonical(),
                    number.unit(),
                    number.spoofShape(),
                    number.mvno(),
                    number.display(),
                    token,
                    number.reasons(),
                    parts,
                    tag);
        }
    }

    @Spec
    private void spec(CommandSpec itself) {
        spec = itself;
        // What begins with - may be a number all the same.
        spec.parser().unmatchedOptionsArePositionalParams(true);
    }

    @Override
    public void run() {
        refuseMisspeltOptions();
        profile =
                MiddleNumberProfile.named(profileName)
                        .orElseThrow(
                                () ->
                                        refused(
                                                "--profile "
                                                        + profileName
                                                        + " is none of opaque and draft-2025-12"));
        if (level < 0 || level > 4) {
            throw refused("--level " + level + " is not 0 to 4");
        }
        if (key.configured()) {
            tokenizer = key.tokenizer();
        } else {
            spec.commandLine()
                    .getErr()
                    .println(
                            "fuselink: without a key there are no tokens; give --key-file, $FUSELINK_TOKEN_KEY or --sandbox-key for them.");
        }
        for (var number : numbers) {
            if (number.equals(STANDARD_INPUT)) {
                standardInput().lines().forEach(this::print);
            } else {
                print(number);
            }
        }
    }

    /** No number begins like this, unless -- came before it. */
    private void refuseMisspeltOptions() {
        var misspelt =
                numbers.stream().filter(number -> number.matches("--?\\p{Alpha}.*")).toList();
        if (!misspelt.isEmpty()
                && !spec.commandLine().getParseResult().originalArgs().contains("--")) {
            throw new UnmatchedArgumentException(spec.commandLine(), misspelt);
        }
    }

    private static BufferedReader standardInput() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    private MiddleNumberProfile.Parts parts(ClassifiedNumber number) {
        return number.numberClass() == NumberClass.NUMBER_PROTECTION
                ? profile.read(
                                NumberClassifier.dialled(number.canonical()),
                                LocalDate.now(ZoneId.of("Asia/Shanghai")))
                        .orElse(null)
                : null;
    }

    private CallTag tag(ClassifiedNumber number) {
        var age = NumberPlan.builtIn().ageDays(System.currentTimeMillis());
        return CallTag.of(number, age, level);
    }

    private void print(String raw) {
        var number = classifier.classify(raw, trunk, roaming);
        var token =
                tokenizer != null && number.joinable() ? tokenizer.token(number.canonical()) : null;
        try {
            spec.commandLine()
                    .getOut()
                    .println(
                            JSON.writeValueAsString(
                                    Line.of(number, token, parts(number), tag(number))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
