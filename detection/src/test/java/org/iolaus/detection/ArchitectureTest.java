package org.iolaus.detection;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Guards the shape of detection: the order of its packages, and that it is pure. */
class ArchitectureTest {
    private static final String ROOT = "org.iolaus.detection.";

    /** In import order: each may use only those before it. The first two stand on nothing. */
    private static final List<String> PACKAGES = List.of(
            "statistics",
            "exchange",
            "fingerprint",
            "profile",
            "link",
            "cluster",
            "campaign",
            "verdict",
            "calibration",
            "pipeline");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.iolaus.detection");

    @Test
    void packages_ofDetection_areTheStages() {
        assertThat(CLASSES)
                .extracting(
                        type -> type.getPackageName().substring(ROOT.length()).replaceFirst("\\..*", ""))
                .isSubsetOf(PACKAGES);
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void imports_ofAPackage_pointUpward(String name) {
        int position = PACKAGES.indexOf(name);
        int firstForbidden = name.equals("exchange") ? 0 : position + 1;
        var forbidden = PACKAGES.subList(firstForbidden, PACKAGES.size()).stream()
                .filter(other -> !other.equals(name))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void dependencies_ofDetection_arePure() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..", "org.slf4j..", "java.util.logging..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)|java\\.lang\\.System\\$Logger.*")
                .orShould(ACCESS_STANDARD_STREAMS)
                .because("detection has no socket, file, serialised form or logger")
                .check(CLASSES);
    }

    @Test
    void threads_inDetection_areAbsent() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.util.concurrent..").and(not(name("java.util.concurrent.TimeUnit"))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.Thread(\\$.*)?")
                .orShould()
                .callMethodWhere(target(owner(assignableTo(BaseStream.class))).and(target(name("parallel"))))
                .orShould()
                .callMethodWhere(target(owner(assignableTo(Collection.class))).and(target(name("parallelStream"))))
                .because("the caller decides on threads")
                .check(CLASSES);
    }

    @Test
    void time_inDetection_isEventTime() {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("now")).and(target(owner(resideInAPackage("java.time..")))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|InstantSource)")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("time is an argument")
                .check(CLASSES);
    }

    @Test
    void chance_inDetection_hasASeed() {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(StrictMath.class, "random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .because("chance is an argument")
                .check(CLASSES);
    }
}
