package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.launchgate.RefusalReason.DECRYPTION_KEY_UNKNOWN;
import static org.launchgate.VerifierFixture.QUERY;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.spi.DecryptionKey;

/** A decryption key serves the algorithm that its JWK names (RFC 7517 section 4.4), if it does. */
class DecryptionKeyAlgorithmTest {
  private static final KeyPair RSA = TestPartner.otherRsa();
  private static final KeyPair P256 = TestPartner.ec(256);
  private static final List<String> EC_ALGORITHMS =
      List.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW");

  private static String token(VerifierFixture at, String algorithm) {
    KeyPair pair = algorithm.startsWith("RSA") ? RSA : P256;
    return EncryptedTokenBuilder.of(at.zorgdomein().token(), pair.getPublic(), algorithm, "A128GCM")
        .token();
  }

  @ParameterizedTest
  @CsvSource({"RSA-OAEP, RSA-OAEP-256", "RSA-OAEP-256, RSA-OAEP"})
  @Clause({"V-8", "V-40"})
  void keyForOneKeyManagementServesNoOther(String algorithm, String other) {
    DecryptionKey any = DecryptionKey.of("k", RSA.getPrivate());
    VerifierFixture bound = new VerifierFixture(any.onlyFor(algorithm));
    VerifierFixture free = new VerifierFixture(any);

    bound.accept(token(bound, algorithm), QUERY);
    bound.refuse(token(bound, other), QUERY, DECRYPTION_KEY_UNKNOWN);
    free.accept(token(free, algorithm), QUERY);
    free.accept(token(free, other), QUERY);
  }

  @ParameterizedTest
  @CsvSource({"jwk, ECDH-ES", "jwk, ECDH-ES+A256KW", "jwks, ECDH-ES+A128KW"})
  @Clause({"V-8", "V-40"})
  void algOfAJwkInThePartnersFileIsHonoured(String form, String algorithm) {
    VerifierFixture file =
        new VerifierFixture(
            TestPartner.both(), PartnersFiles.of(file(form, algorithm)).decryptionKeys().get(0));
    for (String each : EC_ALGORITHMS) {
      if (each.equals(algorithm)) {
        file.accept(token(file, each), QUERY);
      } else {
        file.refuse(token(file, each), QUERY, DECRYPTION_KEY_UNKNOWN);
      }
    }
  }

  private static String file(String form, String algorithm) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode jwk =
        json.valueToTree(EncryptedTokenBuilder.publicJwk((ECPublicKey) P256.getPublic()));
    BigInteger number = ((ECPrivateKey) P256.getPrivate()).getS();
    jwk.put("d", EncryptedTokenBuilder.coordinate(number, 256)).put("alg", algorithm);
    ObjectNode file = json.createObjectNode();
    file.putArray("partners").addObject().put("id", "clinic").put("profile", "exorlive");
    ObjectNode entry = file.putArray("decryptionKeys").addObject();
    if (form.equals("jwk")) {
      entry.set("jwk", jwk);
    } else {
      entry.putObject("jwks").putArray("keys").add(jwk);
    }
    return file.toString();
  }

  @Test
  void keyManagementThatTheKeyDoesNotServeIsAMistake() {
    DecryptionKey key = DecryptionKey.of("k", RSA.getPrivate());
    for (String wrong : List.of("ECDH-ES", "RSA1_5", "rsa-oaep", "")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> key.onlyFor(wrong))
          .withMessage("must be one of those for which the key serves: [RSA-OAEP, RSA-OAEP-256]");
    }
    assertThat(key.onlyFor("RSA-OAEP").keyId()).contains("k");
  }
}
