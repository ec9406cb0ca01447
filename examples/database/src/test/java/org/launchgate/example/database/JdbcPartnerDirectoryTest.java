package org.launchgate.example.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.TestPartner;
import org.launchgate.profile.Carrier;
import org.launchgate.profile.Channel;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerHints;
import org.launchgate.spi.PartnerKey;

/** Which hint leads to which partner, and what the partner's rows make of it. */
class JdbcPartnerDirectoryTest {
  private static final PublicKey OTHER = TestPartner.rsa(2048).getPublic();

  private Database database = new Database();

  @BeforeEach
  void fill() {
    database.insertPartner("xis", "zorgdomein", "Demo XIS");
    database.insertKey("xis", "xis-1", "RS256", TestPartner.RSA.getPublic());
    database.insertPartner("tatooine", "exorlive", null);
    database.insertKey("tatooine", "tat-1", "RS256", OTHER);
    database.insertPartner("hidden", "exorlive", null);
    database.insertKey("hidden", "hid-1", "RS256", OTHER);
    database.execute("UPDATE launch_partner SET path_only = TRUE WHERE id = 'hidden'");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Optional<Partner> find(
      @Nullable String path, @Nullable String issuer, @Nullable String keyId) {
    return new JdbcPartnerDirectory(database.dataSource())
        .find(
            new PartnerHints(
                Optional.ofNullable(path),
                Optional.ofNullable(issuer),
                Optional.ofNullable(keyId)));
  }

  private static final String TABLE =
      """
      # path,    issuer,   kid,    partner
      ,          Demo XIS, xis-1,  xis
      ,          Demo XIS, ,       xis
      ,          Demo XIS, tat-1,  xis
      ,          ,         tat-1,  tatooine
      tatooine,  ,         ,       tatooine
      tatooine,  Demo XIS, xis-1,  tatooine
      hidden,    ,         hid-1,  hidden
      # what is there and leads nowhere falls through to nothing
      nobody,    Demo XIS, xis-1,
      ,          Nobody,   tat-1,
      ,          ,         nobody,
      ,          ,         ,
      # the key of a partner with an issuer tells nothing, a path-only one is not found by its key
      ,          ,         xis-1,
      ,          ,         hid-1,
      # what only looks like it
      XIS,       ,         ,
      ,          demo xis, xis-1,
      ,          ,         TAT-1,
      ,          ' Demo XIS', xis-1,
      ,          ,         'tat-1 ',
      "' OR 1=1 --", ,     ,
      """;

  @ParameterizedTest
  @CsvSource(textBlock = TABLE)
  void hintLeadsToItsPartner(
      @Nullable String path,
      @Nullable String issuer,
      @Nullable String keyId,
      @Nullable String expected) {
    assertThat(find(path, issuer, keyId).map(Partner::id)).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource(textBlock = TABLE)
  void hintLeadsToItsPartnerWhereTheDatabaseIgnoresCase(
      @Nullable String path,
      @Nullable String issuer,
      @Nullable String keyId,
      @Nullable String expected) {
    database.close();
    database = Database.ignoringCase();
    fill();

    assertThat(find(path, issuer, keyId).map(Partner::id)).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void hintThatNoRowCanHoldLeadsNowhere() {
    assertThat(find("xis\0", null, null)).isEmpty();
    assertThat(find(null, "Demo XIS\0", null)).isEmpty();
    assertThat(find(null, null, "tat-1\0")).isEmpty();
  }

  @Test
  void partnerBringsTheKeysThatItsTokenMayUse() {
    database.insertKey("xis", "xis-2", "RS256", OTHER);

    assertThat(find(null, "Demo XIS", "xis-2").orElseThrow().keys())
        .extracting(PartnerKey::keyId)
        .containsExactly(Optional.of("xis-2"));
    assertThat(find(null, "Demo XIS", "tat-1").orElseThrow().keys()).isEmpty();
    assertThat(find(null, "Demo XIS", null).orElseThrow().keys()).hasSize(2);
  }

  @Test
  void partnerThatIsSwitchedOffIsNotFoundInAnyWay() {
    database.execute("UPDATE launch_partner SET enabled = FALSE");

    assertThat(find("xis", null, null)).isEmpty();
    assertThat(find(null, "Demo XIS", null)).isEmpty();
    assertThat(find(null, null, "tat-1")).isEmpty();
  }

  @Test
  void keyThatIsSwitchedOffLeadsToNoPartner() {
    database.execute("UPDATE launch_key SET enabled = FALSE");

    assertThat(find(null, null, "tat-1")).isEmpty();
  }

  @Test
  void partnerHasThePolicyOfItsRows() {
    database.execute("UPDATE launch_partner SET audience = 'us' WHERE id = 'xis'");
    database.execute("INSERT INTO launch_partner_role VALUES ('xis', 'practitioner')");
    database.execute("INSERT INTO launch_partner_role VALUES ('tatooine', 'other')");

    Partner xis = find(null, "Demo XIS", null).orElseThrow();

    assertThat(xis.profile().name()).isEqualTo("zorgdomein");
    assertThat(xis.issuers()).containsExactly("Demo XIS");
    assertThat(xis.audiences()).containsExactly("us");
    assertThat(xis.roles()).containsExactly("practitioner");
    assertThat(xis.pathOnly()).isFalse();
    assertThat(find("hidden", null, null).orElseThrow().pathOnly()).isTrue();
  }

  @Test
  void organizationsAreLimitedToTheirRowsAndToNoneWithoutRows() {
    assertThat(find("xis", null, null).orElseThrow().allowsOrganization("agb-z", "1")).isTrue();

    database.execute("UPDATE launch_partner SET any_organization = FALSE");
    assertThat(find("xis", null, null).orElseThrow().allowsOrganization("agb-z", "1")).isFalse();

    database.execute("INSERT INTO launch_partner_organization VALUES ('xis', 'agb-z', '1')");
    database.execute("INSERT INTO launch_partner_organization VALUES ('xis', NULL, '2')");
    Partner xis = find("xis", null, null).orElseThrow();
    assertThat(xis.allowsOrganization("agb-z", "1")).isTrue();
    assertThat(xis.allowsOrganization("local", "1")).isFalse();
    assertThat(xis.allowsOrganization("local", "2")).isTrue();
    assertThat(xis.allowsOrganization("agb-z", "3")).isFalse();
  }

  @Test
  void partnerThatIsInsertedWithoutMoreMayWorkForNoOrganization() {
    database.execute("INSERT INTO launch_partner (id, profile) VALUES ('new', 'exorlive')");

    assertThat(find("new", null, null).orElseThrow().allowsOrganization("local", "1")).isFalse();
  }

  @Test
  void twoPartnersThatAKeyIdCannotTellApartAreNoVerdict() {
    database.insertPartner("naboo", "exorlive", null);
    database.insertKey("naboo", "tat-1", "RS256", OTHER);

    assertThatThrownBy(() -> find(null, null, "tat-1"))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessageContaining("[naboo, tatooine] have no issuer and a key with the same kid");
    assertThat(find("naboo", null, "tat-1").map(Partner::id)).contains("naboo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          profile = 'own'  | launch_partner: partner xis: "profile" must be one of
          issuer = NULL    | launch_partner: partner xis: "issuer" is missing
          """)
  void rowThatMakesNoPartnerIsNoVerdict(String change, String message) {
    database.execute("UPDATE launch_partner SET " + change + " WHERE id = 'xis'");

    assertThatThrownBy(() -> find("xis", null, null))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void databaseThatDoesNotAnswerIsNoVerdict() {
    database.shutDown();

    assertThatThrownBy(() -> find("kid-4711", "iss-4711", "kid-4711"))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage("the database of the partners did not answer");
  }

  @Test
  void tokensTravelWhereAnyBuiltInProfileSays() {
    assertThat(new JdbcPartnerDirectory(database.dataSource()).carriers())
        .contains(
            new Carrier("token", Set.of(Channel.QUERY, Channel.FORM)),
            new Carrier("payload", Set.of(Channel.FORM, Channel.JSON, Channel.BODY)),
            new Carrier("launch", Set.of(Channel.FORM)));
  }
}
