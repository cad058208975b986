package org.iolaus.duel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Guards that a duel stays in memory and that the attacker and the defenders know nothing of each other. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.iolaus.duel");

    @Test
    void dependencies_ofDuel_haveNoNetworkAndNoFiles() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void attacker_knowsNothing_ofDefendersAndDetection() {
        classes()
                .that()
                .resideInAPackage("org.iolaus.duel.attacker..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.iolaus.duel.attacker..",
                        "org.iolaus.duel.traffic..",
                        "org.iolaus.simulator..",
                        "org.iolaus.detection.exchange..")
                .check(CLASSES);
    }

    @Test
    void defenders_knowNothing_ofAttackersAndSimulations() {
        noClasses()
                .that()
                .resideInAPackage("org.iolaus.duel.defender..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.iolaus.duel.attacker..", "org.iolaus.simulator..")
                .check(CLASSES);
    }
}
