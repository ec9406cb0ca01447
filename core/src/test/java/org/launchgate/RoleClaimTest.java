package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.profile.Profiles;
import org.launchgate.spi.Partner;

/** Roles that a token names, which are taken among those of its partner. */
class RoleClaimTest {
  private static final List<String> AGREED = List.of("doctor", "assistant", "auditor");

  private final VerifierFixture launches = new VerifierFixture(partner(AGREED));

  private static Partner partner(List<String> roles) {
    return partner("{\"extends\": \"zorgdomein\", \"roles\": \"/user/roles\"}", roles);
  }

  private static Partner partner(String profile, List<String> roles) {
    return Partner.builder(
            "demo-xis", Profiles.read("own.json", profile.getBytes(StandardCharsets.UTF_8)))
        .issuer("Demo XIS")
        .keys(TestPartner.zorgdomein().keys())
        .roles(roles)
        .build();
  }

  private TokenBuilder token(Object roles) {
    return launches.zorgdomein().nested("user", "roles", roles);
  }

  @Test
  void rolesAreThoseOfTheTokenThatThePartnerHas() {
    assertThat(launches.accept(token(List.of("doctor", "admin", "auditor", "doctor"))).roles())
        .containsExactlyInAnyOrder("doctor", "auditor");
  }

  @Test
  void textIsOneRole() {
    assertThat(launches.accept(token("doctor")).roles()).containsExactly("doctor");
    assertThat(launches.accept(token("doctor auditor")).roles()).isEmpty();
    assertThat(launches.accept(token("doctor,auditor")).roles()).isEmpty();
  }

  @Test
  void roleThatOnlyLooksLikeOneOfThePartnersIsNone() {
    assertThat(launches.accept(token(List.of("Doctor", "doctor ", " doctor", "doct"))).roles())
        .isEmpty();
  }

  @Test
  void withoutTheClaimTheUserHasNoneOfThePartnersRoles() {
    assertThat(launches.accept(launches.zorgdomein()).roles()).isEmpty();
    assertThat(launches.accept(launches.zorgdomein().nested("user", "name", "x")).roles())
        .isEmpty();
    assertThat(launches.accept(token("")).roles()).isEmpty();
    assertThat(launches.accept(token(List.of())).roles()).isEmpty();
  }

  @Test
  void partnerWithoutRolesGivesNoneWhateverTheTokenSays() {
    VerifierFixture none = new VerifierFixture(partner(List.of()));

    assertThat(none.accept(none.zorgdomein().nested("user", "roles", "doctor")).roles()).isEmpty();
  }

  @Test
  void claimGivesNoRoleWhereTheProfileTakesNoneFromIt() {
    VerifierFixture fixed = new VerifierFixture();

    assertThat(fixed.accept(fixed.zorgdomein().claim("roles", List.of("admin"))).roles())
        .containsExactly("practitioner");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
            7,
            true,
            Map.of("doctor", true),
            List.of(List.of("doctor")),
            List.of("doctor", 7),
            List.of("doctor", ""),
            List.of(" "),
            Arrays.asList("doctor", null),
            "doc\u0000tor",
            "doctor\u202e",
            "doc\u200btor",
            List.of("doctor", "r".repeat(256)))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void claimOfAnotherFormIsRefusedAndNotShown(Object roles) {
    Refusal refusal = launches.refuse(token(roles), CLAIM_MALFORMED);

    assertThat(refusal.detail())
        .isEqualTo(
            "/user/roles: expected a role or a list of roles, texts of at most 255 characters");
  }

  @Test
  void nullIsNoRole() {
    launches.refuse(token(null), CLAIM_MALFORMED);
  }

  @Test
  void roleOf255CharactersIsOne() {
    VerifierFixture longest = new VerifierFixture(partner(List.of("r".repeat(255))));

    assertThat(
            longest.accept(longest.zorgdomein().nested("user", "roles", "r".repeat(255))).roles())
        .hasSize(1);
  }

  @Test
  void ruleOfTheProfileHoldsBesides() {
    Partner demanding =
        partner(
            """
            {"extends": "zorgdomein", "roles": "/role",
             "claims": {"/role": {"presence": "required", "type": "list"}}}
            """,
            AGREED);
    VerifierFixture strict = new VerifierFixture(demanding);

    strict.refuse(strict.zorgdomein(), RefusalReason.CLAIM_MISSING);
    strict.refuse(strict.zorgdomein().claim("role", "doctor"), CLAIM_MALFORMED);
    assertThat(strict.accept(strict.zorgdomein().claim("role", List.of("doctor"))).roles())
        .containsExactly("doctor");
  }
}
