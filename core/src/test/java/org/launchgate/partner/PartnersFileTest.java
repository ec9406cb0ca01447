package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;
import org.launchgate.profile.Carrier;
import org.launchgate.profile.Channel;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerHints;
import org.launchgate.spi.PartnerKey;

/** A partners file in the form of the design, and what each of its members gives. */
class PartnersFileTest {
  private static final String SECRET = "'secret': '" + "A".repeat(43) + "', 'kid': 'k'";

  private static Partner clinic(String members) {
    return MemoryFiles.clinic(members).load().all().get(0);
  }

  @Test
  void fileOfTheDesignLoadsWithBothPartnersInTheirOrder() {
    ConfiguredPartners partners = MemoryFiles.partners(TestPartner.partnersFile()).load();

    assertThat(partners.all()).extracting(Partner::id).containsExactly("demo-xis", "tatooine");
    assertThat(partners.carriers())
        .containsExactlyInAnyOrder(
            new Carrier("token", Set.of(Channel.QUERY, Channel.FORM)),
            new Carrier("payload", Set.of(Channel.FORM, Channel.JSON, Channel.BODY)));
  }

  @Test
  void partnerWithIssuerHasWhatTheFileSays() {
    Partner xis = MemoryFiles.partners(TestPartner.partnersFile()).load().all().get(0);

    assertThat(xis.profile()).isEqualTo(TestPartner.profile("zorgdomein"));
    assertThat(xis.issuers()).containsExactly("Demo XIS");
    assertThat(xis.audiences()).isEmpty();
    assertThat(xis.algorithms()).containsExactly(SigningAlgorithm.RS256);
    assertThat(xis.allowsOrganization("agb-z", "05029999")).isTrue();
    assertThat(xis.allowsOrganization("agb-z", "05029998")).isFalse();
    assertThat(xis.roles()).containsExactly("practitioner");
    assertThat(xis.attributes()).isEqualTo(Map.of("fhirBase", "https://xis.example/fhir"));
    assertThat(xis.origins()).isEmpty();
    assertThat(xis.pathOnly()).isFalse();
    PartnerKey key = xis.keys().get(0);
    assertThat(key.keyId()).contains("0f379bb9-cbb6");
    assertThat(key.key()).isEqualTo(TestPartner.RSA.getPublic());
    assertThat(key.algorithms()).containsExactly(SigningAlgorithm.RS256);
  }

  @Test
  void partnerWithoutIssuerHasWhatTheFileSays() {
    Partner tatooine = MemoryFiles.partners(TestPartner.partnersFile()).load().all().get(1);

    assertThat(tatooine.profile()).isEqualTo(TestPartner.profile("exorlive"));
    assertThat(tatooine.issuers()).isEmpty();
    assertThat(tatooine.algorithms()).containsExactly(SigningAlgorithm.HS256);
    assertThat(tatooine.origins()).isEmpty();
    assertThat(tatooine.relaunchUrl()).isEmpty();
    assertThat(tatooine.target()).isEmpty();
    assertThat(tatooine.roles()).isEmpty();
    assertThat(tatooine.attributes()).isEmpty();
    assertThat(tatooine.allowsOrganization("agb-z", "any")).isTrue();
    assertThat(tatooine.keys().get(0).key()).isEqualTo(TestPartner.SECRET);
  }

  @Test
  void fileOnDiskLoads(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("partners.json"), TestPartner.partnersFile());

    assertThat(ConfiguredPartners.load(ConfigSource.file(file)).all()).hasSize(2);
  }

  @Test
  void audienceIsTheOneOfTheFile() {
    assertThat(clinic("'audience': 'module.example.com'").audiences())
        .contains("module.example.com");
  }

  @Test
  void issuersAndAudiencesMayBeLists() {
    Partner partner = clinic("'issuer': ['a', 'b'], 'audience': ['c', 'd']");

    assertThat(partner.issuers()).containsExactlyInAnyOrder("a", "b");
    assertThat(partner.audiences()).containsExactlyInAnyOrder("c", "d");
  }

  @Test
  void partnerIsFoundByEachOfItsIssuers() {
    ConfiguredPartners partners =
        MemoryFiles.clinic("'issuer': ['a', 'b'], 'keys': [{" + SECRET + "}]").load();

    for (String issuer : List.of("a", "b")) {
      assertThat(
              partners.find(
                  new PartnerHints(Optional.empty(), Optional.of(issuer), Optional.empty())))
          .isPresent();
    }
  }

  @Test
  void organizationWithSystemIsAllowedInThatSystemAlone() {
    Partner partner =
        clinic("'organizations': ['anywhere', {'system': 'agb-z', 'value': '05029999'}]");

    assertThat(partner.allowsOrganization("agb-z", "05029999")).isTrue();
    assertThat(partner.allowsOrganization("local", "05029999")).isFalse();
    assertThat(partner.allowsOrganization("local", "anywhere")).isTrue();
  }

  @Test
  void partnerThatIsNotEnabledIsReadAndLeftOut() {
    String json =
        "{'partners': [{'id': 'one', 'profile': 'exorlive', 'enabled': false},"
            + " {'id': 'two', 'profile': 'exorlive', 'enabled': true}]}";

    assertThat(MemoryFiles.partners(json).load().all())
        .extracting(Partner::id)
        .containsExactly("two");
  }

  @Test
  void partnerThatIsNotEnabledMayShareWhatTellsAnotherApart() {
    String json =
        "{'partners': [{'id': 'old', 'profile': 'exorlive', 'issuer': 'x', 'enabled': false},"
            + " {'id': 'new', 'profile': 'exorlive', 'issuer': 'x'}]}";

    assertThat(MemoryFiles.partners(json).load().all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'profile': 'exorlive', 'keys': [{'pem': 'deleted.pem'}]",
        "'profile': 'deleted.json'",
        "'profile': 'exorlive', 'issuer': '${env:LAUNCHGATE_NO_SUCH}'",
        "'profile': 'exorlive', 'keys': [{'secretText': '${file:/no/such/file}'}]",
        "'profile': 'exorlive', 'colour': 'red'",
        "'keys': {}"
      })
  void mistakeOfAPartnerThatIsNotEnabledIsAWarningThatNamesIt(String members) {
    String json =
        "{'partners': [{'id': 'one', 'enabled': false, "
            + members
            + "}, {'id': 'two', 'profile': 'exorlive'}]}";

    try (LogCapture log = new LogCapture()) {
      assertThat(ConfiguredPartners.load(MemoryFiles.partners(json)).all())
          .extracting(Partner::id)
          .containsExactly("two");
      assertThat(log.lines("WARNING partners.json"))
          .singleElement()
          .asString()
          .startsWith("WARNING partners.json: partner \"one\": ")
          .endsWith("; it is not enabled, so this keeps nothing from being taken");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"'profile': 'exorlive'", "'id': 'two'", "'id': 'o ne'", "'id': 7"})
  void partnerThatIsNotEnabledIsAMistakeWhereNobodyKnowsWhichItIs(String members) {
    String json =
        "{'partners': [{'id': 'two', 'profile': 'exorlive'}, {'enabled': false, " + members + "}]}";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfiguredPartners.load(MemoryFiles.partners(json)))
        .withMessageContaining("\"id\"");
  }

  @Test
  void schemaForEditorsIsNoUnknownMember() {
    String json =
        "{'$schema': 'partners.schema.json', 'partners': [{'id': 'one', 'profile': 'exorlive'}]}";

    assertThat(MemoryFiles.partners(json).load().all()).hasSize(1);
  }

  @Test
  void algorithmsAreAllOfTheProfileWhereTheFileNamesNone() {
    assertThat(clinic("'roles': []").algorithms())
        .isEqualTo(TestPartner.profile("exorlive").algorithms());
  }

  @Test
  void algorithmsAreThoseOfTheFileWhereItNamesSome() {
    assertThat(clinic("'algorithms': ['ES256', 'RS256']").algorithms())
        .containsExactlyInAnyOrder(SigningAlgorithm.ES256, SigningAlgorithm.RS256);
  }

  @Test
  void keysAreBoundToTheAlgorithmsOfTheFile() {
    assertThat(clinic("'algorithms': ['HS256', 'RS256'], 'keys': [{" + SECRET + "}]").keys())
        .singleElement()
        .extracting(PartnerKey::algorithms)
        .isEqualTo(Set.of(SigningAlgorithm.HS256));
  }

  @Test
  void partnerWithoutKeysIsForAKeyResolverOfOnesOwn() {
    assertThat(clinic("'keys': []").keys()).isEmpty();
    assertThat(clinic("'roles': []").keys()).isEmpty();
  }

  @Test
  void emptyOrganizationsAllowNone() {
    assertThat(clinic("'organizations': []").allowsOrganization("agb-z", "ace615c2")).isFalse();
  }

  @Test
  void attributesKeepNestedValuesAndCannotBeChanged() {
    Partner partner = clinic("'attributes': {'a': {'b': [1, null, true]}, 'c': 1.5}");

    assertThat(partner.attributes().get("a"))
        .isEqualTo(Map.of("b", java.util.Arrays.asList(1L, null, true)));
    assertThat(partner.attributes().get("c")).isEqualTo(1.5);
    assertThat(partner.attributes()).isUnmodifiable();
    Map<?, ?> nested = (Map<?, ?>) java.util.Objects.requireNonNull(partner.attributes().get("a"));
    assertThat(nested).isUnmodifiable();
  }

  @Test
  void freshnessRequiredDemandsIssuedAtAndTokenId() {
    Partner strict = clinic("'freshness': 'required'");

    assertThat(strict.profile().time().issuedAtRequired()).isTrue();
    assertThat(strict.profile().replay().tokenIdRequired()).isTrue();
  }

  @Test
  void freshnessOfAProfileWithoutAGreatestAgeIsRefusedSinceItsTokensWouldNeverExpire() {
    MemoryFiles files =
        MemoryFiles.partners(
                "{'partners': [{'id': 'clinic', 'profile': 'own.json', 'freshness': 'required'}]}")
            .with(
                "own.json",
                """
                {"profile": "own", "carriers": [{"field": "t", "in": ["form"]}], "header": {},
                 "algorithms": ["RS256"], "time": {"iat": "optional"}, "replay": {},
                 "context": {"user.system": {"constant": "local"}, "user.value": "/u"}}
                """);

    assertThatIllegalArgumentException()
        .isThrownBy(files::load)
        .withMessageContaining("partner \"clinic\": \"freshness\"")
        .withMessageContaining("\"maxAge\" is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'freshness': 'optional'", "'roles': []"})
  void freshnessThatIsNotRequiredLeavesTheProfileAsItIs(String members) {
    assertThat(clinic(members).profile()).isEqualTo(TestPartner.profile("exorlive"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 61, 2_592_000})
  void replayWindowReplacesTheOneForTokensWithoutId(long seconds) {
    Partner partner = clinic("'replayWindow': " + seconds);

    assertThat(partner.profile().replay().digestWindow()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(partner.profile().replay().window()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void pathOnlyIsTheOneOfTheFile() {
    assertThat(clinic("'pathOnly': true").pathOnly()).isTrue();
    assertThat(clinic("'pathOnly': false").pathOnly()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://partner.example",
        "http://localhost:8081",
        "https://partner.example:8443",
        "https://[::1]:8443",
        "http://127.0.0.1",
        "http://partner.example:443"
      })
  void originAsBrowsersSendItIsAccepted(String origin) {
    assertThat(clinic("'origins': ['" + origin + "']").origins()).containsExactly(origin);
    assertThat(clinic("'launchOrigins': ['" + origin + "']").allowsLaunchFrom(origin)).isTrue();
  }

  @Test
  void launchMayComeFromEveryOriginUnlessSomeAreListed() {
    assertThat(clinic("'roles': []").allowsLaunchFrom("https://any.example")).isTrue();
    assertThat(clinic("'roles': []").allowsLaunchFrom("null")).isTrue();
    Partner listed = clinic("'launchOrigins': ['https://a.example', 'https://b.example']");
    assertThat(listed.allowsLaunchFrom("https://b.example")).isTrue();
    assertThat(listed.allowsLaunchFrom("https://c.example")).isFalse();
    assertThat(listed.allowsLaunchFrom("null")).isFalse();
    assertThat(listed.origins()).isEmpty();
    assertThat(clinic("'launchOrigins': []").allowsLaunchFrom("https://a.example")).isFalse();
  }

  @Test
  void originsOfAllPartnersTogetherAreTheFiles() {
    String json =
        "{'partners': [{'id': 'a', 'profile': 'exorlive', 'issuer': 'a',"
            + " 'origins': ['https://a.example', 'https://both.example']},"
            + " {'id': 'b', 'profile': 'exorlive', 'issuer': 'b',"
            + " 'origins': ['https://both.example'], 'launchOrigins': ['https://form.example']},"
            + " {'id': 'c', 'profile': 'exorlive', 'enabled': false,"
            + " 'origins': ['https://c.example']}]}";

    assertThat(MemoryFiles.partners(json).load().origins())
        .containsExactlyInAnyOrder("https://a.example", "https://both.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://partner.example",
        "http://partner.example/",
        "https://partner.example:8443/start?a=b&c=%20#d",
        "https://[::1]:8443/"
      })
  void relaunchUrlIsTheOneOfTheFile(String url) {
    assertThat(clinic("'relaunchUrl': '" + url + "'").relaunchUrl()).contains(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/home?from=launch", "/patients/{patient.id}/notes?tx={task}"})
  void targetUrlIsTheOneOfTheFile(String url) {
    assertThat(clinic("'targetUrl': '" + url + "'").target().orElseThrow().text()).isEqualTo(url);
  }

  @Test
  void relaunchUrlMayHave2000Characters() {
    String url = "https://partner.example/" + "x".repeat(1976);

    assertThat(clinic("'relaunchUrl': '" + url + "'").relaunchUrl()).contains(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "A1",
        "9",
        "a.b_c-d",
        "x123456789012345678901234567890123456789012345678901234567890123"
      })
  void idOfLettersDigitsDotsUnderscoresAndHyphensIsAccepted(String id) {
    assertThat(
            MemoryFiles.partners("{'partners': [{'id': '" + id + "', 'profile': 'exorlive'}]}")
                .load()
                .all())
        .singleElement()
        .hasToString("Partner[" + id + "]");
  }

  @Test
  void partnerAndKeyShowNoKeyInTheirText() {
    Partner partner = clinic("'keys': [{" + SECRET + "}]");

    assertThat(partner).hasToString("Partner[clinic]");
    assertThat(partner.keys().get(0).toString())
        .startsWith("PartnerKey[kid=k, HMAC, ")
        .doesNotContain("AAAA");
  }
}
