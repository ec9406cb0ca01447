package org.launchgate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The layers of the design, held by rules. */
@AnalyzeClasses(packages = "org.launchgate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule speaksThroughItsLoggersOnly =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule coreKnowsTheJdkJose4jAndSlf4jOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.launchgate..",
              "java..",
              "javax.crypto..",
              "javax.naming..",
              "javax.net..",
              "javax.sql..",
              "org.jose4j..",
              "org.slf4j..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule jose4jStandsInOneGroupOfClasses =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.launchgate.internal.jose")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jose4j..");

  @ArchTest
  static final ArchRule thatGroupIsPackagePrivateButForItsDoors =
      classes()
          .that()
          .resideInAPackage("org.launchgate.internal.jose")
          .and()
          .doNotHaveSimpleName("SignatureCheck")
          .and()
          .doNotHaveSimpleName("SignedParts")
          .and()
          .doNotHaveSimpleName("JsonWebKeys")
          .and()
          .doNotHaveSimpleName("Decryption")
          .and()
          .doNotHaveSimpleName("EncryptedParts")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule packagesPointDownOnly =
      slices().matching("org.launchgate.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingBelowKnowsTheVerifier =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.launchgate.spi",
              "org.launchgate.partner",
              "org.launchgate.profile",
              "org.launchgate.replay",
              "org.launchgate.address",
              "org.launchgate.ticket",
              "org.launchgate.jwks",
              "org.launchgate.internal..")
          .and()
          .doNotHaveSimpleName("AccountResolver") // its question is about a verified launch
          .and()
          .doNotHaveSimpleName("AccountLinks")
          .and()
          .doNotHaveSimpleName("OrganizationPolicy")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.launchgate");

  @ArchTest
  static final ArchRule theClockIsPassedIn =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.launchgate.LaunchVerifier$Builder")
          .and()
          .doNotHaveFullyQualifiedName("org.launchgate.partner.PartnersFile$Builder")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule nothingStaticChanges =
      fields().that().areStatic().should().haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule onlyTheVerifierMakesAContext =
      noClasses()
          .that()
          .doNotHaveSimpleName("VerificationSteps")
          .and()
          .doNotHaveSimpleName("LaunchContextForm")
          .should()
          .callConstructor(
              LaunchContext.class, LaunchEnvelope.class, LaunchDetails.class, LaunchClaims.class);

  @ArchTest
  static final ArchRule noPublicSignatureNamesAnInternalType =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("org.launchgate.internal..")
          .should()
          .notHaveRawReturnType(resideInAPackage("org.launchgate.internal.."))
          .andShould()
          .notHaveRawParameterTypes(anyInternal());

  private static DescribedPredicate<List<JavaClass>> anyInternal() {
    return DescribedPredicate.describe(
        "any internal",
        types -> types.stream().anyMatch(resideInAPackage("org.launchgate.internal..")));
  }

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..");
}
