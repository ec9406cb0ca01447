package org.launchgate.example.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.KEY_NOT_VALID;
import static org.launchgate.RefusalReason.KEY_UNKNOWN;
import static org.launchgate.RefusalReason.ORGANIZATION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.launchgate.RefusalReason;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/**
 * Launches over HTTP into an application whose partners or keys stand in a database: the test to
 * copy for tables of your own.
 */
class LaunchFromDatabaseTest {
  private static final KeyPair FIRST = TestPartner.rsa(2048);
  private static final KeyPair SECOND = TestPartner.rsa(2048);

  /** The three ways to use the two classes. */
  enum Use {
    /** Partners and their policy in the partners file, keys in the table. */
    KEYS,
    /** Partners, policy and keys in the tables. */
    PARTNERS,
    /** Both classes; the keys are the resolver's, which may read another database. */
    BOTH;

    private static final String PARTNERS_FILE =
        "classpath:org/launchgate/example/database/partners.json";

    /** What stands in the filter's declaration in {@code web.xml}. */
    private Map<String, String> initParams() {
      String resolver = JdbcKeyResolver.class.getName();
      String directory = JdbcPartnerDirectory.class.getName();
      return switch (this) {
        case KEYS -> Map.of("partners", PARTNERS_FILE, "keyResolver", resolver);
        case PARTNERS -> Map.of("partnerDirectory", directory);
        case BOTH -> Map.of("partnerDirectory", directory, "keyResolver", resolver);
      };
    }
  }

  @TempDir private Path folder;
  private final Database database = new Database();
  private final LaunchLogLines log = new LaunchLogLines();

  @BeforeEach
  void fill() {
    database.insertPartner("demo-xis", "zorgdomein", "Demo XIS");
    database.insertKey("demo-xis", "kid-1", "RS256", FIRST.getPublic());
  }

  @AfterEach
  void close() {
    database.close();
    log.close();
  }

  private WebApp start(Use use) throws Exception {
    return new WebApp(folder, database, use.initParams());
  }

  /** A good launch of this moment. */
  private static TokenBuilder launch(String keyId, KeyPair signer) {
    String tokenId = UUID.randomUUID().toString();
    return TestPartner.zorgdomeinToken(tokenId, Instant.now().getEpochSecond())
        .header("kid", keyId)
        .signedBy(signer.getPrivate());
  }

  private static String token(String keyId, KeyPair signer) {
    return launch(keyId, signer).token();
  }

  private static void assertOpened(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("demo-xis|agb-z|01029999");
  }

  /** The browser learns nothing; the log has the reason. */
  private void assertRefused(HttpResponse<String> page, RefusalReason reason) {
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(log.last()).contains("launch refused", "reason=" + reason.code() + " ");
  }

  @ParameterizedTest
  @EnumSource
  void keyInTheTableOpensTheApplication(Use use) throws Exception {
    try (WebApp app = start(use)) {
      assertOpened(app.launch(token("kid-1", FIRST)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void signatureOfAnotherKeyIsRefused(Use use) throws Exception {
    try (WebApp app = start(use)) {
      assertRefused(app.launch(token("kid-1", SECOND)), SIGNATURE_INVALID);
      assertRefused(app.launch(token("kid-2", FIRST)), KEY_UNKNOWN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyOfAnotherPartnerIsRefused(Use use) throws Exception {
    database.insertKey("other-xis", "kid-2", "RS256", SECOND.getPublic());
    try (WebApp app = start(use)) {
      assertRefused(app.launch(token("kid-2", SECOND)), KEY_UNKNOWN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyThatIsSwitchedOffOrDeletedIsRefusedAtOnce(Use use) throws Exception {
    try (WebApp app = start(use)) {
      assertOpened(app.launch(token("kid-1", FIRST)));

      database.execute("UPDATE launch_key SET enabled = FALSE");
      assertRefused(app.launch(token("kid-1", FIRST)), KEY_UNKNOWN);

      database.execute("UPDATE launch_key SET enabled = TRUE");
      assertOpened(app.launch(token("kid-1", FIRST)));

      database.execute("DELETE FROM launch_key");
      assertRefused(app.launch(token("kid-1", FIRST)), KEY_UNKNOWN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyIsRotatedByAnInsert(Use use) throws Exception {
    try (WebApp app = start(use)) {
      assertRefused(app.launch(token("kid-2", SECOND)), KEY_UNKNOWN);

      database.insertKey("demo-xis", "kid-2", "RS256", SECOND.getPublic());
      assertOpened(app.launch(token("kid-2", SECOND)));
      assertOpened(app.launch(token("kid-1", FIRST)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyWhoseTimeIsOverIsRefused(Use use) throws Exception {
    database.execute("UPDATE launch_key SET not_after = TIMESTAMP '2001-01-01 00:00:00Z'");
    try (WebApp app = start(use)) {
      assertRefused(app.launch(token("kid-1", FIRST)), KEY_NOT_VALID);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PARTNERS", "BOTH"})
  void partnerThatIsSwitchedOffIsRefusedAtOnce(Use use) throws Exception {
    try (WebApp app = start(use)) {
      assertOpened(app.launch(token("kid-1", FIRST)));

      database.execute("UPDATE launch_partner SET enabled = FALSE");
      assertRefused(app.launch(token("kid-1", FIRST)), PARTNER_UNKNOWN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void organizationThatIsNotAgreedIsRefused(Use use) throws Exception {
    database.execute("UPDATE launch_partner SET any_organization = FALSE");
    database.execute(
        "INSERT INTO launch_partner_organization VALUES ('demo-xis', NULL, '05029999')");
    try (WebApp app = start(use)) {
      String agreed = launch("kid-1", FIRST).claim("org-id.value", "05029999").token();
      String another = launch("kid-1", FIRST).claim("org-id.value", "05020000").token();

      assertOpened(app.launch(agreed));
      assertRefused(app.launch(another), ORGANIZATION_NOT_ALLOWED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void databaseThatIsDownIsNoVerdictAndUsesNoTokenUp(Use use) throws Exception {
    String token = token("kid-1", FIRST);
    try (WebApp app = start(use)) {
      database.shutDown();
      HttpResponse<String> page = app.launch(token);

      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Retry-After")).contains("30");
      assertThat(log.last())
          .startsWith("SEVERE launch unavailable ref=")
          .contains("detail=the database of the partners")
          .endsWith("did not answer");

      database.start();
      fill();
      assertOpened(app.launch(token));
    }
  }
}
