package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;
import org.launchgate.profile.Carrier;
import org.launchgate.profile.Channel;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.PartnerHints;
import org.launchgate.spi.PartnerKey;

/** What an application supplies of its own is what launches over HTTP go by. */
class ExtensionsTomcatTest {
  private static final String USER = "demo-xis|agb-z|01029999";
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    ASKED.clear();
  }

  private static TomcatApp app() {
    return new TomcatApp()
        .page(
            "/whoami", (request, response) -> response.getWriter().print(request.getRemoteUser()));
  }

  /** Knows the one key of Demo XIS, which no partners file holds. */
  public static final class OwnKeys implements KeyResolver {
    @Override
    public List<PartnerKey> resolve(
        Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
      ASKED.add(partner.id() + " " + keyId.orElse("-") + " " + algorithm);
      return keyId.equals(Optional.of(TestPartner.XIS_KEY_ID))
          ? List.of(PartnerKey.of(keyId.get(), TestPartner.RSA.getPublic(), Set.of(algorithm)))
          : List.of();
    }
  }

  private static TomcatApp withoutKeys() {
    return app()
        .file(
            "WEB-INF/partners.json",
            """
            {"partners": [
              {"id": "demo-xis", "profile": "zorgdomein", "issuer": "Demo XIS",
               "organizations": ["05029999"]}]}
            """)
        .param("keyResolver", OwnKeys.class.getName());
  }

  @Test
  void keyOfTheNamedKeyResolverIsAskedForAndAccepted() {
    try (TomcatApp app = withoutKeys().start()) {
      Browser browser = app.browser();
      assertThat(browser.launch(Launches.zorgdomein().token()).statusCode()).isEqualTo(303);
      assertThat(ASKED).containsExactly("demo-xis " + TestPartner.XIS_KEY_ID + " RS256");
      assertThat(browser.get("/whoami").body()).isEqualTo(USER);
    }
  }

  @Test
  void keyThatTheNamedKeyResolverDoesNotKnowIsRefused() {
    try (TomcatApp app = withoutKeys().start();
        LogCapture log = new LogCapture()) {
      String token = Launches.zorgdomein().header("kid", "another").token();
      assertThat(app.browser().launch(token).statusCode()).isEqualTo(403);
      assertThat(ASKED).containsExactly("demo-xis another RS256");
      assertThat(log.all()).contains("reason=key_unknown");
    }
  }

  /** Knows Demo XIS only, whose tokens it has sent in a field that no built-in profile names. */
  private static final class OwnDirectory implements PartnerDirectory {
    private final Partner partner =
        Partner.builder("demo-xis", profileWithFieldLaunch())
            .issuer("Demo XIS")
            .keys(TestPartner.zorgdomein().keys())
            .build();

    @Override
    public Optional<Partner> find(PartnerHints hints) {
      return hints.issuer().filter(partner.issuers()::contains).isPresent()
          ? Optional.of(partner)
          : Optional.empty();
    }

    @Override
    public Set<Carrier> carriers() {
      return Set.of(new Carrier("launch", Set.of(Channel.QUERY, Channel.FORM)));
    }
  }

  private static LaunchProfile profileWithFieldLaunch() {
    String json =
        """
        {"profile": "own",
         "carriers": [{"field": "launch", "in": ["query", "form"]}],
         "header": {"kid": "required", "typ": ["JWT"]},
         "algorithms": ["RS256"],
         "issuer": "required",
         "time": {"iat": "required", "maxAge": 300},
         "replay": {"tokenId": "required", "window": 3600},
         "claims": {"/user-id.value": {"presence": "required"}},
         "context": {"user.system": "/user-id.system", "user.value": "/user-id.value",
                     "patient.id": "/context.patient-id"}}
        """;
    return Profiles.read("own", json.getBytes(StandardCharsets.UTF_8));
  }

  private static TomcatApp withOwnDirectory() {
    TomcatApp app = app().without("partners");
    app.context()
        .getServletContext()
        .setAttribute(PartnerDirectory.class.getName(), new OwnDirectory());
    return app.start();
  }

  @Test
  void fieldThatADirectoryOfOnesOwnNamesIsWhereTheTokenIsFound() {
    try (TomcatApp app = withOwnDirectory()) {
      Browser byLink = app.browser();
      String link = "/launch?launch=" + Launches.zorgdomein().token();
      assertThat(byLink.get(link).statusCode()).isEqualTo(303);
      assertThat(byLink.get("/whoami").body()).isEqualTo(USER);
      Browser byForm = app.browser();
      String form = "launch=" + Launches.zorgdomein().token();
      assertThat(byForm.post("/launch", form).statusCode()).isEqualTo(303);
      assertThat(byForm.get("/whoami").body()).isEqualTo(USER);
    }
  }

  @Test
  void fieldThatADirectoryOfOnesOwnDoesNotNameHoldsNoToken() {
    try (TomcatApp app = withOwnDirectory();
        LogCapture log = new LogCapture()) {
      assertThat(app.browser().launch(Launches.zorgdomein().token()).statusCode()).isEqualTo(403);
      assertThat(log.all()).contains("reason=token_missing", "[launch]");
    }
  }
}
