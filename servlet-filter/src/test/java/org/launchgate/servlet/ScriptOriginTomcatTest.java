package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;
import static org.launchgate.servlet.ScriptPartners.TATOOINE;
import static org.launchgate.servlet.ScriptPartners.XIS;
import static org.launchgate.servlet.ScriptPartners.path;
import static org.launchgate.servlet.ScriptPartners.postForm;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;

/** Which scripts of other origins may post a launch and read the answer (Fetch standard, CORS). */
class ScriptOriginTomcatTest {
  private static TomcatApp app;

  private final Browser script = app.browser();

  @BeforeAll
  static void start() {
    app = ScriptPartners.app().start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private HttpResponse<String> preflight(String path, String origin) {
    HttpResponse<String> answer =
        script.send(
            "OPTIONS",
            path,
            BodyPublishers.noBody(),
            "Origin",
            origin,
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "content-type");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().allValues("Vary")).contains("Origin");
    return answer;
  }

  private static void assertOpen(HttpResponse<String> answer, String origin) {
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(origin);
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
  }

  private static void assertShut(HttpResponse<String> answer) {
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  private static String xis() {
    return "token=" + Launches.zorgdomein().token();
  }

  @ParameterizedTest
  @ValueSource(strings = {XIS, TATOOINE})
  void originOfAnyPartnerMayPostToTheCommonPath(String origin) {
    HttpResponse<String> answer = preflight("/launch", origin);

    assertOpen(answer, origin);
    assertThat(header(answer, "Access-Control-Allow-Methods")).isEqualTo("POST");
    assertThat(header(answer, "Access-Control-Allow-Headers")).isEqualTo("content-type, accept");
    assertThat(header(answer, "Access-Control-Max-Age")).isEqualTo("600");
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example",
        "null",
        "http://xis.example",
        "https://xis.example:8443",
        "https://xis.example.evil.example",
        "https://XIS.example",
        "*"
      })
  void anyOtherOriginMayNot(String origin) {
    assertShut(preflight("/launch", origin));
    assertShut(postForm(script, xis(), "Origin", origin));
  }

  @Test
  void onThePathOfAPartnerItsOriginsAloneMay() {
    assertOpen(preflight("/launch/demo-xis", XIS), XIS);
    assertShut(preflight("/launch/demo-xis", TATOOINE));
    assertOpen(preflight("/launch/tatooine", TATOOINE), TATOOINE);
    assertShut(preflight("/launch/tatooine", XIS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/launch/nobody", "/launch/-x", "/launch/demo-xis/x"})
  void onThePathOfNobodyNoneMay(String path) {
    assertShut(preflight(path, XIS));
  }

  @Test
  void requestForTheMethodsAloneIsNoPreflight() {
    HttpResponse<String> answer =
        script.send("OPTIONS", "/launch", BodyPublishers.noBody(), "Origin", XIS);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "Allow")).isEqualTo("GET, POST, OPTIONS");
    assertShut(answer);
  }

  @Test
  void scriptOfThePartnerThatSignedReadsTheAddress() {
    HttpResponse<String> answer = postForm(script, xis(), "Origin", XIS);

    assertOpen(answer, XIS);
    assertThat(answer.headers().allValues("Vary")).contains("Origin");
    assertThat(app.browser().get(path(answer)).statusCode()).isEqualTo(303);
  }

  /** It could have posted as its own partner; another one's answer is none of its business. */
  @Test
  void scriptOfAnotherPartnerDoesNotReadTheAddress() {
    HttpResponse<String> answer = postForm(script, xis(), "Origin", TATOOINE);

    assertShut(answer);
    assertThat(answer.headers().allValues("Vary")).contains("Origin");
  }

  @Test
  void scriptWithoutAnOriginGetsTheAddress() {
    assertShut(postForm(script, xis()));
    path(postForm(script, xis()));
  }

  @Test
  void scriptOfThePartnerThatSignedReadsTheRefusalOfAGoodSignature() {
    String form = xis();
    path(postForm(script, form));

    HttpResponse<String> replay = postForm(script, form, "Origin", XIS);
    assertThat(replay.statusCode()).isEqualTo(403);
    assertOpen(replay, XIS);
    assertShut(postForm(script, form, "Origin", TATOOINE));
  }

  @Test
  void scriptOfThePartnerThatSignedReadsThatItHasToLaunchAgain() {
    String form =
        "token=" + Launches.zorgdomein().claim("iat", Instant.now().getEpochSecond() - 200).token();

    HttpResponse<String> answer = postForm(script, form, "Origin", XIS);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("Please launch again");
    assertOpen(answer, XIS);
    assertShut(postForm(script, form, "Origin", TATOOINE));
  }

  /** Until a signature is good, nobody knows whose the answer is. */
  @Test
  void nobodyReadsTheRefusalOfABadSignature() {
    String forged = Launches.zorgdomein().signedBy(TestPartner.rsa(2048).getPrivate()).token();

    HttpResponse<String> answer = postForm(script, "token=" + forged, "Origin", XIS);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertShut(answer);
  }

  @Test
  void answersToABrowserAreOpenToNoOrigin() {
    HttpResponse<String> hop = script.postOnly("/launch", xis(), "Origin", XIS);
    assertThat(hop.statusCode()).isEqualTo(303);
    assertShut(hop);
    assertShut(script.get("/launch?token=x", "Origin", XIS));
    assertShut(script.get(Shown.PATH, "Origin", XIS));
  }
}
