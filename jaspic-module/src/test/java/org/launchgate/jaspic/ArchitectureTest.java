package org.launchgate.jaspic;

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
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.annotation.WebListener;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What this module may know, and what it must not do by itself. */
@AnalyzeClasses(
    packages = "org.launchgate.jaspic",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Downwards only; of Jakarta Security, CDI and any server it knows nothing. */
  @ArchTest
  static final ArchRule knowsAuthenticationServletsAndTheFiltersModuleOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.security.auth..", // of the JDK
              "jakarta.security.auth.message..",
              "jakarta.servlet..",
              "org.slf4j",
              "org.jspecify.annotations",
              "org.launchgate",
              "org.launchgate.servlet",
              "org.launchgate.jaspic");

  @ArchTest
  static final ArchRule publishesTheseTypesAlone =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .should()
          .haveSimpleName("LaunchAuthenticationListener")
          .orShould()
          .haveSimpleName("LaunchServerAuthModule");

  /** An application without Jakarta Authentication gets our word for it, and no linkage error. */
  @ArchTest
  static final ArchRule listenerIsLoadedWithoutJakartaAuthentication =
      noClasses()
          .that()
          .haveSimpleName("LaunchAuthenticationListener")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.security..");

  @ArchTest
  static final ArchRule hasNoStaticState = fields().that().areStatic().should().haveModifier(FINAL);

  @ArchTest
  static final ArchRule speaksThroughItsLoggersOnly =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule switchesNothingOn =
      noClasses()
          .should()
          .beAnnotatedWith(WebListener.class)
          .orShould()
          .implement(ServletContainerInitializer.class);

  /** No fragment, no service file, nothing in META-INF by which a container finds us. */
  @Test
  void classesAreAllThatTheJarHolds() throws Exception {
    Path root =
        Path.of(
            LaunchAuthenticationListener.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile).map(root::relativize).map(Path::toString))
          .isNotEmpty()
          .allMatch(name -> name.matches("org/launchgate/jaspic/[\\w$-]+\\.class"));
    }
  }
}
