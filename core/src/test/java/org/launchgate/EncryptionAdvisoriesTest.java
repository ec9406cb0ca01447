package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.ALGORITHM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.DECRYPTION_FAILED;
import static org.launchgate.RefusalReason.ENCRYPTION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.HEADER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.RefusalReason.TOKEN_ENCRYPTED;
import static org.launchgate.RefusalReason.TOKEN_MALFORMED;
import static org.launchgate.VerifierFixture.PAYLOAD;
import static org.launchgate.VerifierFixture.QUERY;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.spi.DecryptionKey;

/** Published advisories of other verifiers: what encryption hides, costs or gives away. */
class EncryptionAdvisoriesTest {
  private static final int LIMIT = 16 * 1024;
  private static final KeyPair RSA = TestPartner.otherRsa();
  private static final KeyPair P256 = TestPartner.ec(256);
  private static final DecryptionKey RSA_KEY = DecryptionKey.of("recv-1", RSA.getPrivate());

  private final VerifierFixture at = new VerifierFixture(RSA_KEY);

  private static String encrypted(String inner) {
    return EncryptedTokenBuilder.of(inner, RSA.getPublic(), "RSA-OAEP", "A128GCM").token();
  }

  private static String withoutSignature(String token) {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "RS256"})
  @DisplayName("CVE-2026-29000: encryption to our public key around a token that nobody signed")
  @Clause({"V-3", "V-40"})
  void encryptionAroundAnUnsignedTokenIsRefused(String algorithm) {
    String signed = at.zorgdomein().header("alg", algorithm).token();
    String twoParts = signed.substring(0, signed.lastIndexOf('.'));

    at.refuse(encrypted(withoutSignature(signed)), QUERY, TOKEN_MALFORMED);
    at.refuse(encrypted(twoParts), QUERY, TOKEN_MALFORMED);
    at.refuse(encrypted(at.zorgdomein().payloadJson()), QUERY, TOKEN_MALFORMED);
    at.refuse(encrypted(encrypted(withoutSignature(signed))), QUERY, TOKEN_ENCRYPTED);
    at.refuse(
        encrypted(withoutSignature(signed) + "AA"),
        QUERY,
        algorithm.equals("RS256") ? SIGNATURE_INVALID : ALGORITHM_NOT_ALLOWED);
  }

  @Test
  @DisplayName("CVE-2026-29000: encryption to our public key around a token of the attacker's own")
  @Clause("V-40")
  void encryptionProvesNothingAboutWhoSigned() {
    TokenBuilder forged = at.zorgdomein().signedBy(TestPartner.otherRsa().getPrivate());

    at.refuse(encrypted(forged.token()), QUERY, SIGNATURE_INVALID);
    PublicKeySpellings.asSecrets(RSA.getPublic())
        .values()
        .forEach(
            secret ->
                at.refuse(
                    encrypted(TestPartner.exorliveToken().signedBy(secret).token()),
                    PAYLOAD,
                    SIGNATURE_INVALID));
  }

  @Test
  @DisplayName("CVE-2022-3102: an encrypted token where a signed one is expected")
  @Clause("V-3")
  void encryptedTokenIsRefusedWhereNobodyHasAKeyForIt() {
    VerifierFixture plain = new VerifierFixture();

    plain.refuse(encrypted(plain.zorgdomein().token()), QUERY, TOKEN_ENCRYPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "PBES2-HS256+A128KW, 2147483647",
    "PBES2-HS384+A192KW, 1000000000",
    "PBES2-HS512+A256KW, 9223372036854775807",
    "PBES2-HS256+A128KW, 1"
  })
  @DisplayName("CVE-2023-51775, CVE-2023-52428, CVE-2023-49290: an iteration count of the sender's")
  @Clause("V-40")
  void iterationsOfTheSendersAreNeverCounted(String algorithm, String count) {
    String header =
        "{\"alg\":\"%s\",\"enc\":\"A128GCM\",\"p2s\":\"AAAAAAAAAAA\",\"p2c\":%s}"
            .formatted(algorithm, count);
    String token =
        EncryptedTokenBuilder.of("x", RSA.getPublic(), "RSA-OAEP", "A128GCM")
            .rawHeader(header)
            .token();

    assertThat(beforeAnyKeyIsUsed(token)).isEqualTo(ENCRYPTION_NOT_ALLOWED);
    at.refuse(token, QUERY, ENCRYPTION_NOT_ALLOWED);
  }

  @Test
  @DisplayName(
      "CVE-2024-29371, CVE-2024-28176, CVE-2024-28122, CVE-2024-33664: ten megabytes in ten"
          + " kilobytes")
  @Clause("V-40")
  void compressedContentIsNeverUnpacked() {
    byte[] bomb = deflated(new byte[10_000_000]);
    String token =
        EncryptedTokenBuilder.of("x", RSA.getPublic(), "RSA-OAEP", "A128GCM")
            .header("zip", "DEF")
            .content(bomb)
            .token();
    assertThat(token.length()).isBetween(10_000, LIMIT);

    assertThat(beforeAnyKeyIsUsed(token)).isEqualTo(ENCRYPTION_NOT_ALLOWED);
    at.refuse(token, QUERY, ENCRYPTION_NOT_ALLOWED);
    at.refuse(at.zorgdomein().header("zip", "DEF"), HEADER_NOT_ALLOWED);
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static RefusalReason beforeAnyKeyIsUsed(String token) {
    ReadToken read =
        new TokenDecryption(() -> List.of(RSA_KEY), new NoDecryption(), 1, Duration.ofSeconds(1))
            .read(token, LIMIT);
    return ((ReadToken.Unreadable) read).refusal().reason();
  }

  @Test
  @DisplayName("CVE-2017-16007: ECDH-ES with a point of another curve, which draws out the key")
  @Clause("V-40")
  void pointOfAnotherCurveIsRefused() {
    VerifierFixture ec = new VerifierFixture(DecryptionKey.of("k", P256.getPrivate()));
    Map<String, Object> beside =
        EncryptedTokenBuilder.publicJwk((ECPublicKey) TestPartner.ec(256).getPublic());
    beside.put("y", EncryptedTokenBuilder.coordinate(BigInteger.ONE, 256));
    Map<String, Object> zero =
        EncryptedTokenBuilder.publicJwk((ECPublicKey) TestPartner.ec(256).getPublic());
    zero.put("x", EncryptedTokenBuilder.coordinate(BigInteger.ZERO, 256));
    zero.put("y", EncryptedTokenBuilder.coordinate(BigInteger.ZERO, 256));
    Map<String, Object> other =
        EncryptedTokenBuilder.publicJwk((ECPublicKey) TestPartner.ec(384).getPublic());
    for (String algorithm : List.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW")) {
      for (Map<String, Object> epk : List.of(beside, zero, other)) {
        String token =
            EncryptedTokenBuilder.of(
                    ec.zorgdomein().token(), P256.getPublic(), algorithm, "A128GCM")
                .header("epk", epk)
                .token();

        ec.refuse(token, QUERY, DECRYPTION_FAILED);
      }
    }
  }

  @Test
  @DisplayName("CVE-2017-12973: a wrong tag, a wrong padding and a wrong key told apart")
  @Clause("V-39")
  void failuresOfDecryptionAreNotToldApart() {
    String[] parts =
        EncryptedTokenBuilder.of(
                at.zorgdomein().token(), RSA.getPublic(), "RSA-OAEP", "A128CBC-HS256")
            .parts();
    String[] wrongTag = changed(parts, 4);
    String[] wrongPadding = changed(parts, 3);
    String[] wrongKey = changed(parts, 1);

    assertThat(
            List.of(
                failure(wrongTag),
                failure(wrongPadding),
                failure(wrongKey),
                failure(changed(parts, 2))))
        .containsOnly(failure(wrongTag));
  }

  private String failure(String[] parts) {
    return at.refuse(String.join(".", parts), QUERY, DECRYPTION_FAILED).toString();
  }

  private static String[] changed(String[] parts, int part) {
    String[] changed = parts.clone();
    String text = parts[part];
    int middle = text.length() / 2;
    char other = text.charAt(middle) == 'A' ? 'B' : 'A';
    changed[part] = text.substring(0, middle) + other + text.substring(middle + 1);
    return changed;
  }

  @Test
  @DisplayName("CVE-2017-12972: lengths that overflow what the tag of AES-CBC-HMAC covers")
  @Clause("V-40")
  void bytesThatMoveFromOnePartIntoAnotherAreRefused() {
    String[] parts =
        EncryptedTokenBuilder.of(
                at.zorgdomein().token(), RSA.getPublic(), "RSA-OAEP", "A128CBC-HS256")
            .parts();
    String[] moved = parts.clone();
    byte[] iv = Base64.getUrlDecoder().decode(parts[2]);
    byte[] ciphertext = Base64.getUrlDecoder().decode(parts[3]);
    byte[] longer = Arrays.copyOf(iv, iv.length + 8);
    System.arraycopy(ciphertext, 0, longer, iv.length, 8);
    moved[2] = TokenBuilder.encode(longer);
    moved[3] = TokenBuilder.encode(Arrays.copyOfRange(ciphertext, 8, ciphertext.length));

    at.refuse(String.join(".", moved), QUERY, DECRYPTION_FAILED);
    at.accept(String.join(".", parts), QUERY);
  }
}
