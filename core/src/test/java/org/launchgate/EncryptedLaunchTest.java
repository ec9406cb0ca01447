package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.launchgate.RefusalReason.ALGORITHM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIMS_MALFORMED;
import static org.launchgate.RefusalReason.DECRYPTION_FAILED;
import static org.launchgate.RefusalReason.DECRYPTION_KEY_UNKNOWN;
import static org.launchgate.RefusalReason.ENCRYPTION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ENCRYPTION_REQUIRED;
import static org.launchgate.RefusalReason.HEADER_MALFORMED;
import static org.launchgate.RefusalReason.HEADER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.RefusalReason.TOKEN_ENCRYPTED;
import static org.launchgate.RefusalReason.TOKEN_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_TOO_LARGE;
import static org.launchgate.RefusalReason.TOKEN_TOO_OLD;
import static org.launchgate.RefusalReason.TYPE_NOT_ALLOWED;
import static org.launchgate.VerifierFixture.QUERY;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.partner.PartnersFile;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.PartnerDirectory;

/** Launches inside an encrypted token (HTI:jwe). Checklist row 40. */
class EncryptedLaunchTest {
  private static final KeyPair RSA = TestPartner.otherRsa();
  private static final KeyPair OTHER_RSA = TestPartner.RSA;
  private static final KeyPair P256 = TestPartner.ec(256);
  private static final KeyPair P384 = TestPartner.ec(384);
  private static final KeyPair P521 = TestPartner.ec(521);
  private static final List<String> RSA_ALGS = List.of("RSA-OAEP", "RSA-OAEP-256");
  private static final List<String> EC_ALGS =
      List.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW");
  private static final List<String> ENCS =
      List.of("A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512", "A128GCM", "A192GCM", "A256GCM");

  private final VerifierFixture at = new VerifierFixture(RSA_KEY);

  private static final DecryptionKey RSA_KEY = DecryptionKey.of("recv-1", RSA.getPrivate());
  private static final DecryptionKey EC_KEY = DecryptionKey.of("recv-ec", P256.getPrivate());

  private static EncryptedTokenBuilder rsa(String inner) {
    return EncryptedTokenBuilder.of(inner, RSA.getPublic(), "RSA-OAEP", "A128CBC-HS256");
  }

  private EncryptedTokenBuilder good() {
    return rsa(at.zorgdomein().token()).header("kid", "recv-1");
  }

  private void refuse(EncryptedTokenBuilder token, RefusalReason reason) {
    at.refuse(token.token(), QUERY, reason);
  }

  static Stream<Arguments> combinations() {
    return Stream.of(RSA, P256, P384, P521)
        .flatMap(
            pair ->
                (pair == RSA ? RSA_ALGS : EC_ALGS)
                    .stream()
                        .flatMap(
                            alg ->
                                ENCS.stream()
                                    .map(
                                        enc ->
                                            argumentSet(
                                                alg + " " + enc + " " + name(pair),
                                                pair,
                                                alg,
                                                enc))));
  }

  private static String name(KeyPair pair) {
    return pair.getPublic() instanceof ECPublicKey ec
        ? "P-" + ec.getParams().getCurve().getField().getFieldSize()
        : "RSA";
  }

  @ParameterizedTest
  @Tag("algorithms")
  @MethodSource("combinations")
  @Clause("HTI-22")
  void everyCombinationOnOfferIsAccepted(KeyPair pair, String alg, String enc) {
    VerifierFixture fixture = new VerifierFixture(DecryptionKey.of("k", pair.getPrivate()));
    String inner = fixture.zorgdomein().token();

    LaunchContext context =
        fixture.accept(
            EncryptedTokenBuilder.of(inner, pair.getPublic(), alg, enc).header("kid", "k").token(),
            QUERY);

    assertThat(context.partner()).isEqualTo("demo-xis");
  }

  @ParameterizedTest
  @CsvSource({
    "cty, JWT",
    "cty, jwt",
    "typ, JWT",
    "typ, jwt",
    "typ, JOSE",
    "iss, Demo XIS",
    "apu, !!"
  })
  void memberThatChangesNothingIsAccepted(String name, String value) {
    at.accept(good().header(name, value).token(), QUERY);
  }

  @Test
  void keysThatTheTokenBringsAlongAreNotLookedAt() {
    at.accept(
        good()
            .header("jku", "https://attacker.example")
            .header("x5c", List.of("no certificate"))
            .header("jwk", "no key")
            .token(),
        QUERY);
  }

  @Test
  void partyInfoGoesIntoTheAgreement() {
    VerifierFixture fixture = new VerifierFixture(EC_KEY);
    EncryptedTokenBuilder token =
        EncryptedTokenBuilder.of(
                fixture.zorgdomein().token(), P256.getPublic(), "ECDH-ES", "A256GCM")
            .header("apu", "QWxpY2U")
            .header("apv", "Qm9i");

    fixture.accept(token.token(), QUERY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+/+/", "QWxpY2U=!", "QWxp Y2U"})
  void partyInfoThatIsNoBase64UrlIsRefused(String info) {
    VerifierFixture fixture = new VerifierFixture(EC_KEY);
    EncryptedTokenBuilder token =
        EncryptedTokenBuilder.of(
            fixture.zorgdomein().token(), P256.getPublic(), "ECDH-ES", "A256GCM");

    fixture.refuse(token.header("apu", info).token(), QUERY, DECRYPTION_FAILED);
  }

  @Nested
  class ForbiddenAlgorithms {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "RSA1_5",
          "dir",
          "A128KW",
          "A192KW",
          "A256KW",
          "A128GCMKW",
          "A256GCMKW",
          "PBES2-HS256+A128KW",
          "PBES2-HS512+A256KW",
          "ECDH-ES+A192KW",
          "RSA-OAEP-384",
          "RSA-OAEP-512",
          "none",
          "RS256",
          "rsa-oaep",
          "RSA-OAEP ",
          "A128GCM"
        })
    @Clause("V-40")
    void algIsRefusedBeforeAnyKeyIsUsed(String alg) {
      NoDecryption none = new NoDecryption();
      String token = withHeader(good(), "{\"alg\":\"" + alg + "\",\"enc\":\"A128CBC-HS256\"}");

      assertThat(refusal(none, token).reason()).isEqualTo(ENCRYPTION_NOT_ALLOWED);
      refuseRaw(token);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"A128CBC", "A256CBC-HS256", "none", "a128gcm", "A512GCM", "RSA-OAEP", "dir"})
    @Clause("V-40")
    void encIsRefusedBeforeAnyKeyIsUsed(String enc) {
      NoDecryption none = new NoDecryption();
      String token = withHeader(good(), "{\"alg\":\"RSA-OAEP\",\"enc\":\"" + enc + "\"}");

      assertThat(refusal(none, token).reason()).isEqualTo(ENCRYPTION_NOT_ALLOWED);
      refuseRaw(token);
    }

    private void refuseRaw(String token) {
      at.refuse(token, QUERY, ENCRYPTION_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"DEF\"", "\"\"", "null", "5"})
    @Clause("V-40")
    void compressionIsRefusedBeforeAnyKeyIsUsed(String zip) {
      NoDecryption none = new NoDecryption();
      String token =
          withHeader(
              good(), "{\"alg\":\"RSA-OAEP\",\"enc\":\"A128CBC-HS256\",\"zip\":" + zip + "}");

      assertThat(refusal(none, token).reason()).isEqualTo(ENCRYPTION_NOT_ALLOWED);
      at.refuse(token, QUERY, ENCRYPTION_NOT_ALLOWED);
    }

    @Test
    void genuineRsa15TokenIsRefused() {
      refuse(
          EncryptedTokenBuilder.of(
                  at.zorgdomein().token(), RSA.getPublic(), "RSA1_5", "A128CBC-HS256")
              .header("kid", "recv-1"),
          ENCRYPTION_NOT_ALLOWED);
    }
  }

  private static String withHeader(EncryptedTokenBuilder token, String header) {
    return token.rawHeader(header).token();
  }

  private static Refusal refusal(NoDecryption decryption, String token) {
    ReadToken read =
        new TokenDecryption(() -> List.of(RSA_KEY), decryption, 1, Duration.ofSeconds(1))
            .read(token, 16_384);
    assertThat(read).isInstanceOf(ReadToken.Unreadable.class);
    return ((ReadToken.Unreadable) read).refusal();
  }

  @Nested
  class Header {
    @ParameterizedTest
    @ValueSource(
        strings = {"\"crit\":[]", "\"crit\":[\"exp\"],\"exp\":1", "\"b64\":true", "\"crit\":null"})
    void memberThatChangesTheMeaningIsRefused(String member) {
      refuseHeader(
          "{\"alg\":\"RSA-OAEP\",\"enc\":\"A128CBC-HS256\"," + member + "}", HEADER_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"enc\":\"A128CBC-HS256\"}",
          "{\"alg\":\"RSA-OAEP\"}",
          "{\"alg\":5,\"enc\":\"A128CBC-HS256\"}",
          "{\"alg\":\"RSA-OAEP\",\"enc\":[\"A128CBC-HS256\"]}",
          "{\"alg\":\"RSA-OAEP\",\"enc\":\"A128CBC-HS256\",\"kid\":5}",
          "{\"alg\":\"RSA-OAEP\",\"enc\":\"A128CBC-HS256\",\"kid\":null}",
          "{\"alg\":\"RSA-OAEP\",\"enc\":\"A128CBC-HS256\",\"kid\":\"\"}",
          "{\"alg\":\"RSA-OAEP\",\"enc\":\"A128CBC-HS256\",\"typ\":1}",
          "{\"alg\":\"RSA-OAEP\",\"alg\":\"RSA-OAEP\",\"enc\":\"A128CBC-HS256\"}",
          "{\"alg\":\"RSA-OAEP\",\"enc\":\"A128CBC-HS256\",}",
          "[]",
          "alg"
        })
    void malformedHeaderIsRefused(String header) {
      refuseHeader(header, HEADER_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
      "cty, application/jwt",
      "cty, JWE",
      "cty, text/plain",
      "typ, at+jwt",
      "typ, JOSE+JSON"
    })
    void otherTypeIsRefused(String name, String value) {
      refuse(good().header(name, value), TYPE_NOT_ALLOWED);
    }

    private void refuseHeader(String header, RefusalReason reason) {
      refuse(good().rawHeader(header), reason);
    }
  }

  @Nested
  class Keys {
    @Test
    @Clause("HTI-22")
    void onlyKeyIsUsedWhenTheTokenNamesNone() {
      at.accept(rsa(at.zorgdomein().token()).token(), QUERY);
    }

    @Test
    void onlyKeyIsUsedWhenNeitherTokenNorKeyHasAKid() {
      VerifierFixture fixture = new VerifierFixture(DecryptionKey.of(null, RSA.getPrivate()));

      fixture.accept(rsa(fixture.zorgdomein().token()).token(), QUERY);
    }

    @Test
    void keyWithoutKidIsNotUsedForATokenThatNamesOne() {
      VerifierFixture fixture = new VerifierFixture(DecryptionKey.of(null, RSA.getPrivate()));

      fixture.refuse(
          rsa(fixture.zorgdomein().token()).header("kid", "recv-1").token(),
          QUERY,
          DECRYPTION_KEY_UNKNOWN);
    }

    @Test
    void tokenWithoutKidIsRefusedWhereThereAreTwoKeys() {
      VerifierFixture fixture = new VerifierFixture(RSA_KEY, EC_KEY);

      fixture.refuse(rsa(fixture.zorgdomein().token()).token(), QUERY, DECRYPTION_KEY_UNKNOWN);
    }

    @Test
    @Clause("HTI-22")
    void eachOfTwoKeysIsFoundByItsKid() {
      VerifierFixture fixture = new VerifierFixture(RSA_KEY, EC_KEY);

      fixture.accept(rsa(fixture.zorgdomein().token()).header("kid", "recv-1").token(), QUERY);
      fixture.accept(
          EncryptedTokenBuilder.of(
                  fixture.zorgdomein().token(), P256.getPublic(), "ECDH-ES", "A128GCM")
              .header("kid", "recv-ec")
              .token(),
          QUERY);
    }

    @Test
    void unknownKidIsRefusedAndNeverFallsBack() {
      Refusal refusal =
          at.refuse(good().header("kid", "recv-2").token(), QUERY, DECRYPTION_KEY_UNKNOWN);

      assertThat(refusal.detail())
          .isEqualTo("expected the kid of a decryption key for RSA-OAEP, found \"recv-2\"");
    }

    @Test
    void keyOfAnotherKindIsRefusedBeforeItIsUsed() {
      VerifierFixture fixture = new VerifierFixture(RSA_KEY, EC_KEY);

      fixture.refuse(
          rsa(fixture.zorgdomein().token()).header("kid", "recv-ec").token(),
          QUERY,
          DECRYPTION_KEY_UNKNOWN);
    }

    @Test
    void tokenForAnotherReceiverIsRefused() {
      refuse(good().receiver(OTHER_RSA.getPublic()), DECRYPTION_FAILED);
    }

    @Test
    void twoKeysWithOneKidAreAMistakeInAProgramToo() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LaunchVerifier.builder().decryptionKeys(List.of(RSA_KEY, RSA_KEY)))
          .withMessage("has two keys with the kid \"recv-1\"");
    }

    @Test
    void keysOfThePartnersFileAreUsedOnceReadOrWatched() {
      String json =
          TestPartner.partnersFile()
              .replaceFirst(
                  "]}\\s*$",
                  "], \"decryptionKeys\": [{\"pem\": \"%s\"}]}"
                      .formatted(
                          TestPartner.pem("PRIVATE KEY", RSA.getPrivate().getEncoded())
                              .replace("\n", "\\\\n")));
      assertKeysAreUsed(PartnersFiles.of(json));
      try (PartnersFile watched = PartnersFile.of(PartnersFiles.source(json)).open()) {
        assertKeysAreUsed(watched);
      }
    }

    private void assertKeysAreUsed(PartnerDirectory partners) {
      LaunchVerifier verifier = LaunchVerifier.builder().partners(partners).clock(at.clock).build();

      assertThat(verifier.verify(good().token(), QUERY)).isInstanceOf(Verdict.Refused.class);
      assertThat(verifier.verify(rsa(at.zorgdomein().token()).token(), QUERY))
          .isInstanceOf(Verdict.Accepted.class);
    }
  }

  @Nested
  class Tampering {
    @Test
    @Tag("sweep")
    void noChangeOfASingleCharacterIsAccepted() {
      String token = good().token();
      for (int i = 0; i < token.length(); i += 3) {
        for (char other : new char[] {'A', '_', '.'}) {
          if (token.charAt(i) != other) {
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(at.verifier.verify(changed, QUERY))
                .as("character %d as %s", i, other)
                .isInstanceOf(Verdict.Refused.class);
          }
        }
      }
      at.accept(token, QUERY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    @Clause({"V-40", "V-39"})
    void everyFailureLooksTheSame(int part) {
      String[] parts = good().parts();
      parts[part] = (parts[part].charAt(0) == 'A' ? 'B' : 'A') + parts[part].substring(1);

      Refusal refusal = at.refuse(String.join(".", parts), QUERY, DECRYPTION_FAILED);

      Refusal wrongKey =
          at.refuse(good().receiver(OTHER_RSA.getPublic()).token(), QUERY, DECRYPTION_FAILED);
      assertThat(refusal).hasToString(wrongKey.toString());
      assertThat(refusal.partner()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A128GCM", "A256CBC-HS512"})
    void bytesThatMoveBetweenCiphertextAndTagAreRefused(String enc) {
      String[] parts =
          EncryptedTokenBuilder.of(at.zorgdomein().token(), RSA.getPublic(), "RSA-OAEP", enc)
              .parts();
      String[] longer = parts.clone();
      byte[] ciphertext = bytes(parts[3]);
      byte[] tag = bytes(parts[4]);
      longer[3] = TokenBuilder.encode(java.util.Arrays.copyOf(ciphertext, ciphertext.length - 1));
      longer[4] = TokenBuilder.encode(join(ciphertext[ciphertext.length - 1], tag));
      String[] cut = parts.clone();
      cut[4] = TokenBuilder.encode(java.util.Arrays.copyOf(tag, tag.length - 1));

      at.refuse(String.join(".", longer), QUERY, DECRYPTION_FAILED);
      at.refuse(String.join(".", cut), QUERY, DECRYPTION_FAILED);
      at.accept(String.join(".", parts), QUERY);
    }

    private byte[] bytes(String part) {
      return java.util.Base64.getUrlDecoder().decode(part);
    }

    private byte[] join(byte first, byte[] rest) {
      byte[] joined = new byte[rest.length + 1];
      joined[0] = first;
      System.arraycopy(rest, 0, joined, 1, rest.length);
      return joined;
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 13, 16, 32})
    void ivOfAnotherLengthIsRefused(int bytes) {
      refuse(
          EncryptedTokenBuilder.of(at.zorgdomein().token(), RSA.getPublic(), "RSA-OAEP", "A128GCM")
              .ivBytes(bytes),
          DECRYPTION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 31, 33, 48, 64})
    void contentKeyOfAnotherLengthIsRefused(int bytes) {
      refuse(good().wrappedKey(new byte[bytes]), DECRYPTION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 257, 512})
    void encryptedKeyOfAnotherLengthIsRefused(int bytes) {
      refuse(good().encryptedKey(new byte[bytes]), DECRYPTION_FAILED);
    }

    @Test
    void encryptedKeyBesideADirectAgreementIsRefused() {
      VerifierFixture fixture = new VerifierFixture(EC_KEY);
      EncryptedTokenBuilder token =
          EncryptedTokenBuilder.of(
              fixture.zorgdomein().token(), P256.getPublic(), "ECDH-ES", "A128GCM");

      fixture.refuse(token.encryptedKey(new byte[24]).token(), QUERY, DECRYPTION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4})
    void emptyPartIsRefused(int part) {
      String[] parts = good().parts();
      parts[part] = "";

      at.refuse(String.join(".", parts), QUERY, TOKEN_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void partWithSpareBitsIsRefused(int part) {
      String[] parts = good().parts();
      parts[part] = "AB";

      at.refuse(String.join(".", parts), QUERY, TOKEN_MALFORMED);
    }

    @Test
    void paddingAndLineEndsAreRefused() {
      String token = good().token();

      at.refuse(token + "=", QUERY, TOKEN_MALFORMED);
      at.refuse(token + "\n", QUERY, TOKEN_MALFORMED);
      at.refuse(token.replaceFirst("\\.", "\n."), QUERY, TOKEN_MALFORMED);
    }

    @Test
    void sixPartsAreRefused() {
      at.refuse(good().token() + ".AA", QUERY, TOKEN_MALFORMED);
    }
  }

  @Nested
  class EphemeralKeys {
    private final VerifierFixture fixture = new VerifierFixture(EC_KEY);

    private EncryptedTokenBuilder token() {
      return EncryptedTokenBuilder.of(
          fixture.zorgdomein().token(), P256.getPublic(), "ECDH-ES", "A128GCM");
    }

    /** Every case stands in EphemeralKeyTest; here is shown that it is asked. */
    @Test
    void pointThatIsNotOnTheCurveIsRefused() {
      Map<String, Object> epk =
          new LinkedHashMap<>(
              EncryptedTokenBuilder.publicJwk((ECPublicKey) TestPartner.ec(256).getPublic()));
      epk.put("y", EncryptedTokenBuilder.coordinate(BigInteger.TEN, 256));

      fixture.refuse(token().header("epk", epk).token(), QUERY, DECRYPTION_FAILED);
    }

    @Test
    void ephemeralKeyThatIsAbsentIsRefused() {
      fixture.refuse(
          token().rawHeader("{\"alg\":\"ECDH-ES\",\"enc\":\"A128GCM\"}").token(),
          QUERY,
          DECRYPTION_FAILED);
    }
  }

  @Nested
  class Inside {
    @Test
    @Clause("V-3")
    void anotherEncryptedTokenIsRefused() {
      String nested = good().token();

      refuse(rsa(nested), TOKEN_ENCRYPTED);
    }

    @Test
    @Clause("V-40")
    void tokenWithoutSignatureIsRefused() {
      String unsigned =
          at.zorgdomein().header("alg", "none").token().replaceFirst("\\.[^.]*$", ".");

      refuse(rsa(unsigned), TOKEN_MALFORMED);
      refuse(rsa(unsigned + "AA"), ALGORITHM_NOT_ALLOWED);
    }

    @Test
    @Clause("V-40")
    void bareClaimsAreRefused() {
      refuse(rsa(at.zorgdomein().payloadJson()), TOKEN_MALFORMED);
      refuse(rsa(""), TOKEN_MALFORMED);
    }

    @Test
    void tokenOfAnotherSignerIsRefused() {
      refuse(rsa(at.zorgdomein().signedBy(RSA.getPrivate()).token()), SIGNATURE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "\u0000", " ", "\n", "\uFEFF"})
    void characterBeyondBase64UrlIsRefused(String character) {
      String token = at.zorgdomein().token();

      refuse(rsa(token + character), TOKEN_MALFORMED);
      refuse(rsa(character + token), TOKEN_MALFORMED);
    }

    @Test
    void malformedBytesAreRefused() {
      byte[] bytes = at.zorgdomein().token().getBytes(StandardCharsets.US_ASCII);
      bytes[bytes.length / 2] = (byte) 0xE9;

      refuse(rsa("").content(bytes), TOKEN_MALFORMED);
    }

    @Test
    void malformedClaimsAreRefused() {
      refuse(rsa(at.zorgdomein().rawPayload("{\"iss\":\"Demo XIS\",}").token()), CLAIMS_MALFORMED);
    }

    @Test
    void tokenThatIsTooOldIsRefused() {
      String inner = at.zorgdomein().token();
      at.clock.advance(Duration.ofSeconds(301));

      refuse(rsa(inner), TOKEN_TOO_OLD);
    }

    @Test
    void oneTokenInsideTwoEncryptionsIsOneLaunch() {
      String inner = at.zorgdomein().token();

      at.accept(rsa(inner).token(), QUERY);
      refuse(rsa(inner), REPLAYED);
      at.refuse(inner, QUERY, REPLAYED);
    }

    @Test
    void headerOfTheEncryptionSaysNothingAboutThePartner() {
      at.accept(rsa(at.zorgdomein().token()).header("iss", "Somebody else").token(), QUERY);
    }
  }

  @Nested
  class RequiredEncryption {
    private final VerifierFixture strict =
        new VerifierFixture(
            ConfiguredPartners.of(
                List.of(
                    TestPartner.zorgdomeinBuilder().encryptionRequired(true).build(),
                    TestPartner.exorlive())),
            RSA_KEY);

    @Test
    @Clause("HTI-22")
    void bareTokenIsRefusedAndNotUsedUp() {
      String inner = strict.zorgdomein().token();

      Refusal refusal = strict.refuse(inner, QUERY, ENCRYPTION_REQUIRED);

      assertThat(refusal.partner()).contains("demo-xis");
      strict.accept(rsa(inner).token(), QUERY);
    }

    @Test
    void anotherPartnersBareTokenIsAccepted() {
      strict.acceptPayload(TestPartner.exorliveToken());
    }

    @Test
    void demandWithoutDecryptionKeysIsAMistakeInSetUp() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new VerifierFixture(
                      TestPartner.zorgdomeinBuilder().encryptionRequired(true).build()))
          .withMessageEndingWith(
              "partner \"demo-xis\" has \"encrypted\": \"required\" and there are no"
                  + " \"decryptionKeys\"");
    }
  }

  @Nested
  class Size {
    @Test
    void tokenOfExactlyTheLimitIsAcceptedAndOneCharacterMoreIsTooLarge() {
      String token = good().token();

      assertThat(limitedTo(token.length()).verify(token, QUERY))
          .isInstanceOf(Verdict.Accepted.class);
      Verdict tooLarge = limitedTo(token.length() - 1).verify(token, QUERY);
      assertThat(((Verdict.Refused) tooLarge).refusal().reason()).isEqualTo(TOKEN_TOO_LARGE);
    }

    private LaunchVerifier limitedTo(int bytes) {
      return LaunchVerifier.builder()
          .partners(TestPartner.both())
          .decryptionKeys(List.of(RSA_KEY))
          .clock(at.clock)
          .maxTokenBytes(bytes)
          .build();
    }
  }

  @Test
  void withoutDecryptionKeysAnyFivePartsAreRefusedByTheirShape() {
    VerifierFixture none = new VerifierFixture();

    none.refuse(good().token(), QUERY, TOKEN_ENCRYPTED);
    none.refuse("....", QUERY, TOKEN_ENCRYPTED);
    none.refuse("e30.A.A.A.A", QUERY, TOKEN_ENCRYPTED);
  }

  @Test
  void refusalShowsNothingOfTheToken() {
    String token = good().header("kid", "eyJhbGciOiJSUzI1NiJ9").token();

    Refusal refusal = at.refuse(token, QUERY, DECRYPTION_KEY_UNKNOWN);

    assertThat(refusal.detail()).doesNotContain("eyJ");
  }
}
