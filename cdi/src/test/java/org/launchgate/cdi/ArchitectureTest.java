package org.launchgate.cdi;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

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

/** What this module may know, and what it shows. */
@AnalyzeClasses(
    packages = "org.launchgate.cdi",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsCdiServletsAndTheFilterOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "jakarta.enterprise..",
              "jakarta.inject",
              "jakarta.interceptor",
              "jakarta.servlet..",
              "org.jspecify.annotations",
              "org.launchgate",
              "org.launchgate.cdi",
              "org.launchgate.servlet",
              "org.launchgate.spi");

  @ArchTest
  static final ArchRule showsTheseTypesAlone =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .should()
          .haveSimpleName("CurrentLaunch")
          .orShould()
          .haveSimpleName("LaunchInjection")
          .orShould()
          .haveSimpleName("LaunchInjectionExtension")
          .orShould()
          .haveSimpleName("OfKind");

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

  @Test
  void noContainerDiscoversABeanInIt() {
    assertThat(CurrentLaunch.class.getPackage().isAnnotationPresent(Vetoed.class)).isTrue();
  }
}
