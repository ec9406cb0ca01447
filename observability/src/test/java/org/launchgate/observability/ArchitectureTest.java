package org.launchgate.observability;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** What this module may know. */
@AnalyzeClasses(
    packages = "org.launchgate.observability",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule speaksThroughItsLoggersOnly =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule knowsTheSpiMicrometerAndAJsonGeneratorOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations",
              "org.launchgate.spi",
              "org.launchgate.observability",
              "io.micrometer.core.instrument..",
              "com.fasterxml.jackson.core..");

  /** Who writes audit events alone needs no Micrometer on the class path, and the other way. */
  @ArchTest
  static final ArchRule halvesDoNotKnowEachOther =
      noClasses()
          .that()
          .doNotHaveSimpleName("LaunchMetrics")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micrometer..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("LaunchMetrics");

  @ArchTest
  static final ArchRule onlyTheMetersKnowNoJson =
      noClasses()
          .that()
          .haveSimpleName("LaunchMetrics")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule publishesTwoTypes =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .should()
          .haveSimpleName("LaunchMetrics")
          .orShould()
          .haveSimpleName("AuditEventWriter");

  @ArchTest
  static final ArchRule hasNoStaticState =
      fields().that().areStatic().should().haveModifier(JavaModifier.FINAL);
}
