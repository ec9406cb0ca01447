package org.launchgate.security;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.enterprise.inject.Vetoed;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchVerifier;
import org.launchgate.cdi.LaunchInjection;
import org.launchgate.servlet.LaunchFilter;

/** What this module may know, what it shows, and that nobody below knows of it. */
@AnalyzeClasses(
    packages = "org.launchgate.security",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsJakartaSecurityCdiServletsAndTheFilterOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.security.auth",
              "jakarta.annotation.security",
              "jakarta.enterprise..",
              "jakarta.inject",
              "jakarta.interceptor",
              "jakarta.security..",
              "jakarta.servlet..",
              "org.jspecify.annotations",
              "org.launchgate",
              "org.launchgate.cdi",
              "org.launchgate.security",
              "org.launchgate.servlet");

  @ArchTest
  static final ArchRule showsTheseTypesAlone =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .should()
          .haveSimpleName("ByLaunch")
          .orShould()
          .haveSimpleName("LaunchAuthenticationMechanism")
          .orShould()
          .haveSimpleName("LaunchAuthenticationMechanismDefinition")
          .orShould()
          .haveSimpleName("LaunchMechanismExtension")
          .orShould()
          .haveSimpleName("LaunchMechanismListener");

  @ArchTest
  static final ArchRule switchesNothingOn =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(WebFilter.class, WebListener.class, ServletContainerInitializer.class);

  @ArchTest
  static final ArchRule hasNoStaticState = fields().that().areStatic().should().haveModifier(FINAL);

  @ArchTest
  static final ArchRule speaksThroughItsLoggersOnly =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  /** Its extension is none by what it is; interfaces and annotations neither. */
  @ArchTest
  static final ArchRule noContainerDiscoversABeanInIt =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .doNotHaveSimpleName("LaunchMechanismExtension")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .beAnnotatedWith(Vetoed.class);

  @Test
  void coreFilterAndInjectionKnowNothingOfJakartaSecurity() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.security..", "org.launchgate.security..")
        .check(classesBesides(LaunchVerifier.class, LaunchFilter.class, LaunchInjection.class));
  }

  @Test
  void coreAndFilterKnowNothingOfCdi() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.enterprise..",
            "jakarta.inject..",
            "jakarta.interceptor..",
            "org.launchgate.cdi..")
        .check(classesBesides(LaunchVerifier.class, LaunchFilter.class));
  }

  private static JavaClasses classesBesides(Class<?>... types) {
    JavaClasses found =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importUrls(
                java.util.Arrays.stream(types)
                    .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                    .toList());
    assertThat(found).hasSizeGreaterThan(100);
    return found;
  }
}
