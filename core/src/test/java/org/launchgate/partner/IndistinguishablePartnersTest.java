package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.TestPartner;

/**
 * Partners that a launch could not tell apart stop the start, whatever tells them apart in the
 * file.
 */
class IndistinguishablePartnersTest {
  private static final String SECRET = "'secret': '" + "A".repeat(43) + "'";
  private static final String OTHER_SECRET = "'secret': '" + "B".repeat(43) + "'";

  @ParameterizedTest
  @MethodSource("pairs")
  void areRefusedByName(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryFiles.partners(json).load())
        .withMessageStartingWith(MemoryFiles.PARTNERS + ": ")
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("AAAA", "BBBB"));
  }

  private static Arguments row(String name, String json, String message) {
    return argumentSet(name, json, message);
  }

  private static String two(String first, String second) {
    return "{'partners': [" + partner("one", first) + ", " + partner("two", second) + "]}";
  }

  private static String partner(String id, String members) {
    return "{'id': '" + id + "', 'profile': 'exorlive', " + members + "}";
  }

  static Stream<Arguments> pairs() {
    String untold = "their launches cannot be told apart unless both are \"pathOnly\": true";
    String pathOnly = ", 'pathOnly': true";
    String sharedKid = "'keys': [{" + SECRET + ", 'kid': 'k'}]";
    String sharedKidOtherKey = "'keys': [{" + OTHER_SECRET + ", 'kid': 'k'}]";
    String sharedKeyOtherKid = "'keys': [{" + SECRET + ", 'kid': 'other'}]";
    String sameIssuer = "partners \"one\" and \"two\" have the same \"issuer\"; " + untold;
    String sameKid = "have no \"issuer\" and a key with the same \"kid\"; " + untold;
    String sameKey = "partners \"one\" and \"two\" have no \"issuer\" and share a key";
    return Stream.of(
        row("same issuer twice", two("'issuer': 'x'", "'issuer': 'x'"), sameIssuer),
        row(
            "one issuer of a list the same",
            two("'issuer': ['w', 'x']", "'issuer': ['x', 'y']"),
            sameIssuer),
        row(
            "same issuer, first path only",
            two("'issuer': 'x'" + pathOnly, "'issuer': 'x'"),
            sameIssuer),
        row(
            "same issuer, second path only",
            two("'issuer': 'x'", "'issuer': 'x'" + pathOnly),
            sameIssuer),
        row("no issuer and same kid", two(sharedKid, sharedKidOtherKey), sameKid),
        row(
            "no issuer and same kid, one path only",
            two(sharedKid, sharedKidOtherKey + pathOnly),
            sameKid),
        row("no issuer and a shared secret", two(sharedKid, sharedKeyOtherKid), sameKey),
        row(
            "no issuer and a shared secret, both path only",
            two(sharedKid + pathOnly, sharedKeyOtherKid + pathOnly),
            sameKey),
        row(
            "no issuer and a shared secret in another spelling",
            two(sharedKid, "'keys': [{'secretHex': '" + "00".repeat(32) + "', 'kid': 'other'}]"),
            sameKey),
        row(
            "no issuer and a shared secret as jwk",
            two(sharedKid, "'keys': [{'jwk': {'kty': 'oct', 'k': '" + "A".repeat(43) + "'}}]"),
            sameKey));
  }

  @Test
  void sharedPublicKeyInTwoSpellingsIsRefused() {
    String pem = TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded());
    String jwk = Jwks.rsa(TestPartner.RSA);

    assertThatThrownBy(
            () ->
                MemoryFiles.partners(
                        two("'keys': [{'pem': 'a.pem'}]", "'keys': [{'jwk': " + jwk + "}]"))
                    .with("a.pem", pem)
                    .load())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("partners \"one\" and \"two\" have no \"issuer\" and share a key");
  }
}
