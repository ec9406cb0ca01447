package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From a key in a partners file to a launch that was signed by it, for each family and size. */
class KeyFormsLaunchTest {
  private static final KeyPair P256 = TestPartner.ec(256);
  private static final KeyPair P384 = TestPartner.ec(384);
  private static final KeyPair P521 = TestPartner.ec(521);
  private static final KeyPair ED25519 = TestPartner.ed25519();
  private static final Key SECRET = new SecretKeySpec(new byte[64], "HMAC");

  static Stream<Arguments> algorithms() {
    return Stream.of(
        row("RS256", TestPartner.RSA, "SHA256withRSA"),
        row("RS384", TestPartner.RSA, "SHA384withRSA"),
        row("RS512", TestPartner.RSA, "SHA512withRSA"),
        row("ES256", P256, "SHA256withECDSAinP1363Format"),
        row("ES384", P384, "SHA384withECDSAinP1363Format"),
        row("ES512", P521, "SHA512withECDSAinP1363Format"),
        row("EdDSA", ED25519, "Ed25519"),
        argumentSet("HS256", "HS256", secret(), SECRET, "HmacSHA256"),
        argumentSet("HS384", "HS384", secret(), SECRET, "HmacSHA384"),
        argumentSet("HS512", "HS512", secret(), SECRET, "HmacSHA512"));
  }

  private static Arguments row(String name, KeyPair pair, String jca) {
    String pem = TestPartner.pem("PUBLIC KEY", pair.getPublic().getEncoded());
    return argumentSet(
        name, name, "\"pem\": \"" + pem.replace("\n", "\\n") + "\"", pair.getPrivate(), jca);
  }

  private static String secret() {
    return "\"secret\": \""
        + Base64.getUrlEncoder().withoutPadding().encodeToString(SECRET.getEncoded())
        + "\"";
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void launchThatTheKeySignedIsAcceptedAndOneThatItDidNotIsRefused(
      String algorithm, String entry, Key signer, String jca) {
    VerifierFixture at =
        new VerifierFixture(
            PartnersFiles.of(
                "{\"partners\": [{\"id\": \"clinic\", \"profile\": \"exorlive\", \"keys\": [{"
                    + "\"kid\": \"k\", "
                    + entry
                    + "}]}]}"));
    String token =
        TestPartner.exorliveToken()
            .header("alg", algorithm)
            .header("kid", "k")
            .signedBy(signer)
            .by(jca)
            .token();
    String signed = token.substring(0, token.lastIndexOf('.') + 1);

    at.refuse(
        signed + TokenBuilder.encode("no signature".getBytes(StandardCharsets.US_ASCII)),
        VerifierFixture.PAYLOAD,
        RefusalReason.SIGNATURE_INVALID);
    assertThat(at.accept(token, VerifierFixture.PAYLOAD).partner()).isEqualTo("clinic");
  }
}
