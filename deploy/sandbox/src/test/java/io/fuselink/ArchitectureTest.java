/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the arrows between the modules, and the few rules that keep a replay the same as the first run. */
class ArchitectureTest {
    private static final String EVENTS = "io.fuselink.events..";
    private static final String PATTERNS = "io.fuselink.patterns..";
    private static final String MODELS = "io.fuselink.models..";
    private static final String JOBS = "io.fuselink.jobs..";
    private static final String JOBS_IO = "io.fuselink.jobs.io..";
    private static final String DASHBOARDS = "io.fuselink.dashboards..";
    private static final String CITY = "io.fuselink.city..";
    private static final String SANDBOX = "io.fuselink.sandbox..";
    private static final String EXECUTORS = "io.fuselink.executors..";
    private static final String BOARD = "io.fuselink.board..";
    private static final String[] PRODUCT = {EVENTS, PATTERNS, MODELS, JOBS, DASHBOARDS};
    private static final String[] DL4J = {"org.deeplearning4j..", "org.nd4j.."};

    /** The parts of the city that live in real time: who plays it, and who answers in its name. */
    private static final List<String> CITYS_CLOCKS =
            List.of("io.fuselink.city.CityPlayer", "io.fuselink.city.CounterpartyDesk");

    private static JavaClasses fuselink;

    @BeforeAll
    static void readAllModules() {
        fuselink =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.fuselink");
    }

    /** Guards the rules below: a module that is not on the class path would break none of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "events",
                "patterns",
                "models",
                "jobs",
                "dashboards",
                "city",
                "executors",
                "board",
                "sandbox"
            })
    void everyModuleIsLookedAt(String module) {
        assertThat(fuselink.containPackage("io.fuselink." + module)).isTrue();
    }

    @Test
    void theVocabularyKnowsNoFlink() {
        noClasses()
                .that()
                .resideInAPackage(EVENTS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.flink..")
                .check(fuselink);
    }

    @Test
    void theVocabularyKnowsNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(EVENTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        PATTERNS, MODELS, JOBS, DASHBOARDS, CITY, SANDBOX, EXECUTORS, BOARD)
                .check(fuselink);
    }

    @Test
    void patternsAndModelsNeverMeet() {
        noClasses()
                .that()
                .resideInAPackage(PATTERNS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(MODELS)
                .check(fuselink);
        noClasses()
                .that()
                .resideInAPackage(MODELS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PATTERNS)
                .check(fuselink);
    }

    @Test
    void onlyJobsKnowTheJobs() {
        noClasses()
                .that()
                .resideInAnyPackage(EVENTS, PATTERNS, MODELS, DASHBOARDS, BOARD)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JOBS)
                .check(fuselink);
    }

    @Test
    void theProductKnowsNothingOfTheRehearsal() {
        noClasses()
                .that()
                .resideInAnyPackage(PRODUCT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CITY, SANDBOX, BOARD)
                .check(fuselink);
    }

    /** A party's executor runs where there is neither Flink nor anything of the centre's. */
    @Test
    void executorsKnowTheVocabularyAlone() {
        noClasses()
                .that()
                .resideInAPackage(EXECUTORS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        PATTERNS, MODELS, JOBS, DASHBOARDS, CITY, SANDBOX, "org.apache.flink..")
                .check(fuselink);
    }

    @Test
    void networksAreTrainedInOnePlaceAndServedWithoutTheirLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fuselink.models.training..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DL4J)
                .check(fuselink);
        noClasses()
                .that()
                .resideInAPackage("io.fuselink.models.scoring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fuselink.models.training..")
                .check(fuselink);
    }

    @Test
    void jobsReachTheOutsideThroughOnePackage() {
        noClasses()
                .that()
                .resideInAPackage(JOBS)
                .and()
                .resideOutsideOfPackage(JOBS_IO)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.elasticsearch..", "org.apache.flink.connector..")
                .check(fuselink);
    }

    @Test
    void nothingThatDecidesReadsAClockOrThrowsDice() {
        noClasses()
                .that(decide())
                .should()
                .accessTargetWhere(
                        describe("reads a clock or throws dice", ArchitectureTest::chance))
                .check(fuselink);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Manager|Impl|Base)(\\$.*)?")
                .orShould()
                .haveNameMatching(".*[.$]Abstract[A-Z].*")
                .check(fuselink);
    }

    private static DescribedPredicate<JavaClass> decide() {
        return describe(
                "decide something",
                type ->
                        !resideInAnyPackage(JOBS_IO, SANDBOX, EXECUTORS).test(type)
                                && !CITYS_CLOCKS.contains(outermost(type).getName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static boolean chance(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var called = access.getName();
        return switch (called) {
            case "now" -> owner.startsWith("java.time.");
            case "systemUTC", "systemDefaultZone" -> owner.equals("java.time.Clock");
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "randomUUID" -> owner.equals("java.util.UUID");
            case "random" -> Set.of("java.lang.Math", "java.lang.StrictMath").contains(owner);
            default -> false;
        };
    }
}
