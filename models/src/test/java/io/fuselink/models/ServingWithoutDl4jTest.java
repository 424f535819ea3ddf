/* SPDX-License-Identifier: Apache-2.0 */
package io.fuselink.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Task managers serve models without any native library. */
class ServingWithoutDl4jTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.fuselink.models");

    @Test
    void onlyTrainingKnowsDl4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fuselink.models.training..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.deeplearning4j..",
                        "org.nd4j..",
                        "org.bytedeco..",
                        "io.fuselink.models.training..")
                .check(CLASSES);
    }

    @Test
    void featuresKnowNoModel() {
        noClasses()
                .that()
                .resideInAPackage("io.fuselink.models.features..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.fuselink.models.bundle..", "io.fuselink.models.scoring..")
                .check(CLASSES);
    }
}
