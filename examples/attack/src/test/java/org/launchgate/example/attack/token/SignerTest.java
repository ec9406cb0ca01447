package org.launchgate.example.attack.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.junit.jupiter.api.Test;

/** What is meant to be almost good has to be good but for its one fault. */
class SignerTest {
  private final OwnKeys keys = new OwnKeys();
  private final byte[] input = "header.payload".getBytes(US_ASCII);

  private boolean verifies(String name, String algorithm, byte[] signature) throws Exception {
    Signature verifier = Signature.getInstance(name);
    verifier.initVerify(keys.publicKey(algorithm));
    verifier.update(input);
    return verifier.verify(signature);
  }

  @Test
  void signaturesAreGood() throws Exception {
    assertThat(verifies("SHA256withRSA", "RS256", keys.signer("RS256").sign(input))).isTrue();
    assertThat(verifies("SHA384withECDSAinP1363Format", "ES384", keys.signer("ES384").sign(input)))
        .isTrue();
    assertThat(verifies("Ed25519", "EdDSA", keys.signer("EdDSA").sign(input))).isTrue();
  }

  @Test
  void secretsSignAsTheFirstExampleOfRfc7515() {
    byte[] key =
        Base64Url.bytes(
            "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");
    String example =
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    byte[] signature = Signer.secret("HS256", key).sign(example.getBytes(US_ASCII));

    assertThat(Base64Url.of(signature)).isEqualTo("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  }

  @Test
  void twinOfAnEcdsaSignatureIsGoodInEitherForm() throws Exception {
    EcNumbers numbers = new EcNumbers((ECPrivateKey) keys.signer("ES256").key());
    byte[] twin = numbers.twin(keys.signer("ES256").sign(input));

    assertThat(verifies("SHA256withECDSAinP1363Format", "ES256", twin)).isTrue();
    assertThat(verifies("SHA256withECDSA", "ES256", numbers.der(twin))).isTrue();
  }

  @Test
  void rsaByHandIsGoodWhereThePaddingIsRight() throws Exception {
    RawRsa rsa = new RawRsa((RSAPrivateKey) keys.signer("RS256").key());

    assertThat(verifies("SHA1withRSA", "RS256", rsa.sha1("header.payload"))).isTrue();
  }

  @Test
  void certificateIsSignedByItsOwnKey() throws Exception {
    byte[] der = Certificate.of("x", keys.publicKey("RS256"), keys.signer("RS256"));
    var certificate =
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));

    certificate.verify(keys.publicKey("RS256"));
    assertThat(certificate.getPublicKey()).isEqualTo(keys.publicKey("RS256"));
  }
}
