package org.launchgate.example.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.Verdict;

/** Both classes together: where keys come from a place of their own, that place alone counts. */
class TwoDatabasesTest {
  private static final KeyPair OTHER = TestPartner.rsa(2048);

  private static String token(KeyPair signer) {
    String tokenId = UUID.randomUUID().toString();
    return TestPartner.zorgdomeinToken(tokenId, Instant.now().getEpochSecond())
        .signedBy(signer.getPrivate())
        .token();
  }

  @Test
  void keysOfTheResolverCountAndThoseOfTheDirectoryDoNot() {
    try (Database partners = new Database();
        Database keys = new Database()) {
      partners.insertPartner("demo-xis", "zorgdomein", "Demo XIS");
      partners.insertKey("demo-xis", TestPartner.XIS_KEY_ID, "RS256", OTHER.getPublic());
      keys.insertKey("demo-xis", TestPartner.XIS_KEY_ID, "RS256", TestPartner.RSA.getPublic());
      LaunchVerifier verifier =
          LaunchVerifier.builder()
              .partners(new JdbcPartnerDirectory(partners.dataSource()))
              .keys(new JdbcKeyResolver(keys.dataSource()))
              .build();

      assertThat(verifier.verify(token(TestPartner.RSA), Arrival.query("token")))
          .isInstanceOf(Verdict.Accepted.class);
      assertThat(verifier.verify(token(OTHER), Arrival.query("token")))
          .isInstanceOf(Verdict.Refused.class);
    }
  }
}
