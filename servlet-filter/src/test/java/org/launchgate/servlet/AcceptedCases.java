package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.launchgate.Arrival;
import org.launchgate.Canary;
import org.launchgate.EncryptedTokenBuilder;
import org.launchgate.TokenBuilder;

/** Launches that are accepted, and what becomes of their sessions. */
final class AcceptedCases {
  static final Arrival QUERY = Arrival.query("token");
  static final Arrival FORM = Arrival.form("token");
  static final Arrival PAYLOAD = Arrival.form("payload");

  private AcceptedCases() {}

  static Stream<PrivacyCase> all() {
    return Stream.of(ofEveryProfile(), byEveryWay(), ofPeople(), inSessions()).flatMap(s -> s);
  }

  /** A good token of each profile. */
  static Map<String, PrivacyCase> byProfile() {
    Map<String, PrivacyCase> cases = new TreeMap<>();
    cases.put("zorgdomein", accepted("zorgdomein", () -> CanaryTokens.zorgdomein(), QUERY));
    cases.put("exorlive", accepted("exorlive", () -> CanaryTokens.exorlive(), PAYLOAD));
    cases.put(
        "hti-1.1", accepted("hti-1.1", () -> CanaryTokens.hti11(CanaryPartners.HTI_11), FORM));
    cases.put(
        "hti-2.0", accepted("hti-2.0", () -> CanaryTokens.hti20(CanaryPartners.HTI_20), FORM));
    cases.put("hti", accepted("hti", () -> CanaryTokens.hti11(CanaryPartners.HTI), FORM));
    cases.put(
        "koppeltaal-2.0",
        accepted(
            "koppeltaal-2.0",
            () -> CanaryTokens.koppeltaal(CanaryPartners.KOPPELTAAL),
            Arrival.form("launch")));
    cases.put("own", accepted("own", () -> CanaryTokens.own(), FORM));
    return cases;
  }

  private static Stream<PrivacyCase> ofEveryProfile() {
    return byProfile().values().stream();
  }

  private static Stream<PrivacyCase> byEveryWay() {
    return Stream.of(
        accepted("zorgdomein by form", () -> CanaryTokens.zorgdomein(), FORM),
        accepted("exorlive in JSON", () -> CanaryTokens.exorlive(), Arrival.json("payload")),
        accepted("exorlive as the body", () -> CanaryTokens.exorlive(), Arrival.body()),
        accepted(
            "on the partner's path", () -> CanaryTokens.exorlive(), PAYLOAD.atPartner("tatooine")),
        PrivacyCase.of(
                "encrypted",
                stage -> enter(stage, sealed(CanaryTokens.hti20(CanaryPartners.SEALED)), FORM))
            .raises("accepted"));
  }

  private static Stream<PrivacyCase> ofPeople() {
    return Stream.of(
        accepted("user by national id", () -> CanaryTokens.ownByNationalId(), FORM),
        accepted(
            "user by e-mail address",
            () ->
                CanaryTokens.zorgdomein()
                    .claim("user-id.system", "e-mail")
                    .claim("user-id.value", Canary.USER_EMAIL.text()),
            QUERY),
        accepted(
            "user by an e-mail address that is not said to be one",
            () -> CanaryTokens.exorlive().claim("employeeId", Canary.USER_EMAIL.text()),
            PAYLOAD));
  }

  private static Stream<PrivacyCase> inSessions() {
    return Stream.of(
        PrivacyCase.of("reload", AcceptedCases::reload).raises("accepted", "replayed", "repeated"),
        PrivacyCase.of("page of the patient", AcceptedCases::openPatient)
            .in((app, listeners) -> app.param("targetUrl", "/patients/{patient.id}"))
            .raises("accepted", "repeated"),
        PrivacyCase.of("page that was asked for", AcceptedCases::askForPage)
            .in((app, listeners) -> app.param("loginRequired", "true"))
            .raises("accepted"),
        PrivacyCase.of("another patient", AcceptedCases::changePatient)
            .raises("accepted", "patient_changed"),
        PrivacyCase.of("another user", AcceptedCases::changeUser)
            .in((app, listeners) -> app.param("userChange", "replace"))
            .raises("accepted", "user_changed"),
        PrivacyCase.of("another user who is asked about", AcceptedCases::askAboutUser)
            .raises("accepted", "user_changed"),
        PrivacyCase.of("log-out", AcceptedCases::logOut).raises("accepted", "logout"),
        PrivacyCase.of("requests that are no launch", AcceptedCases::lookAround)
            .raises("accepted"));
  }

  private static PrivacyCase accepted(String name, Supplier<TokenBuilder> token, Arrival arrival) {
    return PrivacyCase.of(name, stage -> enter(stage, token.get().token(), arrival))
        .raises("accepted");
  }

  private static void enter(PrivacyStage stage, String token, Arrival arrival) {
    assertThat(stage.launch(token, arrival).statusCode()).isEqualTo(303);
  }

  /** The token inside an encryption to this receiver. */
  static String sealed(TokenBuilder token) {
    return sealed(token.token()).token();
  }

  static EncryptedTokenBuilder sealed(String token) {
    return EncryptedTokenBuilder.of(
            token, CanaryPartners.RECEIVER.getPublic(), "RSA-OAEP-256", "A256GCM")
        .header("kid", CanaryPartners.RECEIVER_KEY_ID);
  }

  private static void openPatient(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    String token = CanaryTokens.zorgdomein().token();
    assertThat(stage.launch(browser, token, QUERY).statusCode()).isEqualTo(303);
    assertThat(stage.launch(browser, token, QUERY).statusCode()).isEqualTo(303);
  }

  /** As a mail's link may name a patient. */
  private static void askForPage(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    String page = "/patients/" + Canary.PATIENT_ID.text();
    assertThat(stage.hear(browser.get(page, "Accept", "text/html")).statusCode()).isEqualTo(401);
    HttpResponse<String> entered = stage.launch(browser, CanaryTokens.zorgdomein().token(), QUERY);
    assertThat(Browser.header(entered, "Location")).isEqualTo("/app" + page);
  }

  private static void reload(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    String token = CanaryTokens.exorlive().token();
    assertThat(stage.launch(browser, token, PAYLOAD).statusCode()).isEqualTo(303);
    assertThat(stage.launch(browser, token, PAYLOAD).statusCode()).isEqualTo(303);
  }

  private static void changePatient(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    stage.launch(browser, CanaryTokens.exorlive().token(), PAYLOAD);
    TokenBuilder other =
        CanaryTokens.exorlive().nested("contact", "id", Canary.PATIENT_ID.text() + "-2");
    stage.launch(browser, other.token(), PAYLOAD);
  }

  private static void changeUser(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    stage.launch(browser, CanaryTokens.own().token(), FORM);
    stage.launch(browser, CanaryTokens.exorlive().token(), PAYLOAD);
  }

  private static void askAboutUser(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    stage.launch(browser, CanaryTokens.exorlive().token(), PAYLOAD);
    TokenBuilder other = CanaryTokens.exorlive().claim("employeeId", Canary.USER_ID.text() + "-2");
    Question question = new Question(stage.launch(browser, other.token(), PAYLOAD));
    assertThat(question.page().body())
        .contains(Canary.USER_FAMILY_NAME.text())
        .doesNotContain(Canary.PATIENT_FAMILY_NAME.text());
    assertThat(HeardAnswer.of(question.page()).secrets()).as("ticket and cookie").hasSize(2);
    assertThat(stage.hear(question.yes(browser)).statusCode()).isEqualTo(303);
  }

  private static void logOut(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    stage.launch(browser, CanaryTokens.exorlive().token(), PAYLOAD);
    HttpResponse<String> refused =
        stage.hear(browser.post("/bye", "", "Sec-Fetch-Site", "cross-site"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(stage.hear(browser.post("/bye", "")).statusCode()).isEqualTo(200);
  }

  /** Nothing of the session is said to who only looks at the launch path. */
  private static void lookAround(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    stage.launch(browser, CanaryTokens.exorlive().token(), PAYLOAD);
    String token = stage.secret(CanaryTokens.zorgdomein().token());
    HttpResponse<String> prefetch = stage.hear(browser.launch(token, "Sec-Purpose", "prefetch"));
    assertThat(prefetch.statusCode()).isEqualTo(503);
    stage.hear(browser.get("/bye"));
    for (String method : new String[] {"HEAD", "OPTIONS", "PUT", "TRACE"}) {
      stage.hear(
          browser.send(
              method, "/launch?token=" + token, java.net.http.HttpRequest.BodyPublishers.noBody()));
    }
  }
}
