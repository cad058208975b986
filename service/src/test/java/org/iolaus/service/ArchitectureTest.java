package org.iolaus.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Guards the shape of the module: the order of its packages. */
class ArchitectureTest {
    private static final String ROOT = "org.iolaus.service.";

    /** In import order: each may use only those before it. */
    static final List<String> PACKAGES = List.of(
            "configuration",
            "findings",
            "events",
            "fact",
            "log",
            "snapshot",
            "engine",
            "store",
            "access",
            "review",
            "policy",
            "decision",
            "intake",
            "gateway",
            "server");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.iolaus.service");

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void imports_ofAPackage_pointUpward(String name) {
        String[] later = PACKAGES.stream()
                .skip(PACKAGES.indexOf(name) + 1L)
                .map(each -> ROOT + each + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void service_printsNothing() {
        noClasses().should(ACCESS_STANDARD_STREAMS).check(CLASSES);
    }
}
