package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.PartnerKey;

/** Keys that a resolver of one's own has read somewhere. */
class PartnerKeysTest {
  private static final Set<SigningAlgorithm> AGREED =
      Set.of(SigningAlgorithm.RS256, SigningAlgorithm.ES256);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void publicKeyServesTheAgreedAlgorithmsThatItFits() {
    PartnerKey key = PartnerKeys.ofPem("k", bytes(Pems.RSA_PUBLIC_KEY), AGREED);

    assertThat(key.keyId()).contains("k");
    assertThat(key.algorithms()).containsExactly(SigningAlgorithm.RS256);
    assertThat(key.notAfter()).isEmpty();
  }

  @Test
  void certificateBringsItsValidity() {
    PartnerKey key = PartnerKeys.ofPem(null, bytes(Pems.EC_CERTIFICATE), AGREED);

    assertThat(key.keyId()).isEmpty();
    assertThat(key.notBefore()).contains(Pems.NOT_BEFORE);
    assertThat(key.notAfter()).contains(Pems.NOT_AFTER);
  }

  @Test
  void keyThatFitsNoAgreedAlgorithmIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartnerKeys.ofPem("k", bytes(Pems.P224_PUBLIC_KEY), AGREED))
        .withMessageContaining("fits none of the agreed algorithms");
    byte[] small =
        bytes(TestPartner.pem("PUBLIC KEY", TestPartner.rsa(1024).getPublic().getEncoded()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartnerKeys.ofPem("k", small, AGREED))
        .withMessageContaining("2048");
  }

  @Test
  void privateKeyIsRefused() {
    byte[] pem = bytes(TestPartner.pem("PRIVATE KEY", TestPartner.RSA.getPrivate().getEncoded()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartnerKeys.ofPem("k", pem, AGREED))
        .withMessageContaining("holds a private key");
  }

  @Test
  void jwkIsNamedByItsOwnKid() {
    PartnerKey key =
        PartnerKeys.ofJwk(
            Map.of("kty", "oct", "k", "A".repeat(43), "kid", "s-1"),
            Set.of(SigningAlgorithm.HS256));

    assertThat(key.keyId()).contains("s-1");
    assertThat(key.algorithms()).containsExactly(SigningAlgorithm.HS256);
  }
}
