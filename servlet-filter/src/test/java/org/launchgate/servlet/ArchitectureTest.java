package org.launchgate.servlet;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.annotation.WebFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What this module may know, and what it must not do by itself. */
@AnalyzeClasses(
    packages = "org.launchgate.servlet",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule speaksThroughItsLoggersOnly =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule knowsServletsTheJdkSlf4jAndCoreOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.crypto..",
              "javax.management..",
              "javax.naming",
              "javax.sql",
              "javax.xml.stream", // of the JDK
              "jakarta.servlet..",
              "org.slf4j",
              "org.jspecify.annotations",
              "org.launchgate",
              "org.launchgate.account",
              "org.launchgate.partner",
              "org.launchgate.profile",
              "org.launchgate.replay",
              "org.launchgate.spi",
              "org.launchgate.address",
              "org.launchgate.ticket",
              "org.launchgate.servlet");

  @ArchTest
  static final ArchRule keepsOutOfOthersInsides =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jose4j..", "org.launchgate.internal..", "javax.servlet..");

  @ArchTest
  static final ArchRule hasNoStaticState = fields().that().areStatic().should().haveModifier(FINAL);

  @ArchTest
  static final ArchRule whatDecidesKnowsNoServlets =
      noClasses()
          .that()
          .haveSimpleName("TokenCarrier")
          .or()
          .haveSimpleName("RefusalResponse")
          .or()
          .haveSimpleName("FormFields")
          .or()
          .haveSimpleName("Finding")
          .or()
          .haveSimpleName("AcceptHeader")
          .or()
          .haveSimpleName("RefusalProblem")
          .or()
          .haveSimpleName("Page")
          .or()
          .haveSimpleName("HtmlPage")
          .or()
          .haveSimpleName("AcceptLanguage")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta..");

  @ArchTest
  static final ArchRule publishesTheseTypesAlone =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .should()
          .haveSimpleName("LaunchFilter")
          .orShould()
          .haveSimpleName("LaunchAttributes")
          .orShould()
          .haveSimpleName("LaunchesMXBean")
          .orShould()
          .haveSimpleName("LaunchView")
          .orShould()
          .haveSimpleName("RefusalView")
          .orShould()
          .haveSimpleName("PageView")
          .orShould()
          .haveSimpleName("ApplicationLogin")
          .orShould()
          .haveSimpleName("LaunchHandler")
          .orShould()
          .haveSimpleName("LaunchHandling")
          .orShould()
          .haveSimpleName("HandlerDecision")
          .orShould()
          .haveSimpleName("LaunchAuthenticator");

  @ArchTest
  static final ArchRule switchesNothingOn =
      noClasses()
          .should()
          .beAnnotatedWith(WebFilter.class)
          .orShould()
          .implement(ServletContainerInitializer.class);

  @ArchTest
  static final ArchRule systemsClockIsChosenInOnePlace =
      noClasses()
          .should()
          .accessTargetWhere(
              isOneOf("Clock.system", "Clock.systemUTC", "Clock.systemDefaultZone")
                  .and(isNotFrom("org.launchgate.servlet.LaunchFilter.<init>()"))
                  .and(isNotFrom("org.launchgate.servlet.LaunchAuthenticator.publish(")));

  @ArchTest
  static final ArchRule clockIsNeverBypassed =
      noClasses()
          .should()
          .accessTargetWhere(
              isOneOf(
                  "Instant.now",
                  "LocalDate.now",
                  "LocalDateTime.now",
                  "OffsetDateTime.now",
                  "ZonedDateTime.now",
                  "System.currentTimeMillis"));

  private static DescribedPredicate<JavaAccess<?>> isOneOf(String... methods) {
    return DescribedPredicate.describe(
        "is one of " + List.of(methods),
        access ->
            List.of(methods)
                .contains(access.getTargetOwner().getSimpleName() + "." + access.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> isNotFrom(String codeUnit) {
    return DescribedPredicate.describe(
        "is not from " + codeUnit,
        access -> !access.getOrigin().getFullName().startsWith(codeUnit));
  }

  /** No fragment, no service file, nothing in META-INF by which a container finds us. */
  @Test
  void classesTextsAndTheScriptAreAllThatTheJarHolds() throws Exception {
    Path root =
        Path.of(LaunchFilter.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = Files.walk(root)) {
      List<String> others =
          files
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString())
              .filter(
                  name ->
                      !name.matches(
                          "org/launchgate/servlet/([\\w$-]+\\.class|launchgate\\.js|pages-[a-z]{2}\\.properties)"))
              .toList();
      assertThat(others).isEmpty();
    }
  }
}
