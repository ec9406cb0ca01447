package org.launchgate.example.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.TestPartner;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** What the table adds to the contract: kinds of keys, rows that are off, rows that are wrong. */
class JdbcKeyResolverTest {
  private static final Partner XIS =
      Partner.builder("xis", TestPartner.profile("exorlive")).build();

  private final Database database = new Database();
  private final JdbcKeyResolver resolver = new JdbcKeyResolver(database.dataSource());

  @AfterEach
  void close() {
    database.close();
  }

  private List<PartnerKey> resolve(String keyId, SigningAlgorithm algorithm) {
    return resolver.resolve(XIS, Optional.of(keyId), algorithm);
  }

  @ParameterizedTest
  @CsvSource({"RS256, RSA", "PS512, RSA", "ES256, P-256", "ES384, P-384", "EdDSA, Ed25519"})
  void publicKeyOfEachKindIsRead(SigningAlgorithm algorithm, String kind) {
    KeyPair pair =
        switch (kind) {
          case "RSA" -> TestPartner.RSA;
          case "Ed25519" -> TestPartner.ed25519();
          default -> TestPartner.ec(kind.equals("P-256") ? 256 : 384);
        };
    database.insertKey("xis", "kid-1", algorithm.name(), pair.getPublic());

    assertThat(resolve("kid-1", algorithm))
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.key()).isEqualTo(pair.getPublic());
              assertThat(key.algorithms()).containsExactly(algorithm);
            });
  }

  @Test
  void keyThatIsSwitchedOffIsNotGiven() {
    database.insertKey("xis", "kid-1", "RS256", TestPartner.RSA.getPublic());
    database.execute("UPDATE launch_key SET enabled = FALSE");

    assertThat(resolve("kid-1", SigningAlgorithm.RS256)).isEmpty();
    assertThat(resolver.resolve(XIS, Optional.empty(), SigningAlgorithm.RS256)).isEmpty();
  }

  @Test
  void rowThatHoldsNoUsableKeyIsNoVerdictAndIsNotShown() {
    String pem = TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded());
    String privateKey = TestPartner.pem("PRIVATE KEY", TestPartner.RSA.getPrivate().getEncoded());
    database.insertKey("xis", "no-pem", "RS256", "c2VjcmV0");
    database.insertKey("xis", "private-half", "RS256", privateKey.substring(0, 400));
    database.insertKey("xis", "two", "RS256", pem + pem);
    database.insertKey("xis", "cut", "RS256", TestPartner.pem("PUBLIC KEY", new byte[] {48, 3}));
    database.insertKey("xis", "other-kind", "ES256", pem);
    database.insertKey("xis", "secret", "HS256", pem);
    database.insertKey("xis", "no-algorithm", "RS1", pem);

    assertThat(
            List.of("no-pem", "private-half", "two", "cut", "other-kind", "secret", "no-algorithm"))
        .allSatisfy(
            keyId ->
                assertThatThrownBy(() -> resolve(keyId, SigningAlgorithm.RS256))
                    .isInstanceOf(LaunchUnavailableException.class)
                    .message()
                    .startsWith("launch_key: a key of partner xis ")
                    .doesNotContain(keyId + " ", "MII", "c2VjcmV0"));
  }

  @Test
  void rowThatHoldsNoUsableKeyKeepsNoOtherKeyFromBeingFound() {
    database.insertKey("xis", "broken", "RS256", "nothing");
    database.insertKey("xis", "kid-1", "RS256", TestPartner.RSA.getPublic());

    assertThat(resolve("kid-1", SigningAlgorithm.RS256)).hasSize(1);
  }
}
