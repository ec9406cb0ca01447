package org.launchgate.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator's pages, without a server. */
class SimulatorPagesTest {
  private static final String TAG = "<!DOCTYPE html>|</?[a-z][a-z0-9]*( [a-z-]+(=\"[^\"<>]*\")?)*>";
  private static final String MARKUP = "[<>]|&(?!(amp|lt|gt|quot|#39);)";

  private static final PartnerKeys KEYS = PartnerKeys.generate();

  private final Routes routes = routes(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/xis",
        "/clinic",
        "/clinic/launch/b5d80f36",
        "/clinic/launch/04e9a7b1",
        "/clinic/staff/04e9a7b1"
      })
  void valuesAreEscaped(String path) throws IOException {
    String html = body(routes.answer("GET", path));
    assertThat(html.replaceAll(TAG, "")).doesNotContainPattern(MARKUP);
    assertThat(html).doesNotContain("O'Test", "O'Naboo", "\"Sjors\"", "\"Captain\"");
  }

  @Test
  void namesWithMarkupCharactersAreReadableText() throws IOException {
    assertThat(body(routes.answer("GET", "/xis")))
        .contains("Joris &quot;Sjors&quot; O&#39;Test &amp; Zonen");
    assertThat(body(routes.answer("GET", "/clinic"))).contains("Padmé O&#39;Naboo &amp; Søn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/xis/launch/nobody",
        "/clinic/launch/",
        "/clinic/cellar/2f3fb098",
        "/hospital/launch/456-789",
        "/xis/launch/456-789/more",
        "/assets/",
        "/assets/../Routes.class",
        "/assets/Routes.class",
        "/<script>"
      })
  void whatIsNotThereIsMissingAndNotRepeated(String path) throws IOException {
    Answer answer = routes.answer("GET", path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(body(answer)).doesNotContain("nobody", "<script>", "Routes");
  }

  @ParameterizedTest
  @CsvSource({"POST,/", "POST,/xis/launch/456-789", "GET,/xis/refused/replayed", "PUT,/xis"})
  void otherMethodsAreNotAllowed(String method, String path) throws IOException {
    assertThat(routes.answer(method, path).status()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({"launch,/launch", "desk,/desk/launch", "staff,/staff/launch"})
  void patientOpensInThePlaceOfTheAddress(String place, String launchPath) throws IOException {
    Answer link = routes.answer("GET", "/xis/" + place + "/456-789");
    assertThat(link.headers().get("Location")).contains(":9" + launchPath + "?token=");
    assertThat(body(routes.answer("GET", "/clinic/" + place + "/2f3fb098")))
        .contains(":9" + launchPath + "\"");
  }

  @Test
  void unknownFaultIsMissing() throws IOException {
    assertThat(routes.answer("POST", "/clinic/refused/other").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"simulator.css", "continue.js", "simulator.svg"})
  void assetsAreServed(String name) throws IOException {
    Answer answer = routes.answer("GET", "/assets/" + name);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/xis", "/clinic"})
  void otherPartnersFileIsSaidOnEveryPage(String path) throws IOException {
    assertThat(body(routes.answer("GET", path))).doesNotContain("another partners file");
    assertThat(body(routes(false).answer("GET", path))).contains("another partners file");
  }

  private static String body(Answer answer) {
    return answer.body();
  }

  private static Routes routes(boolean partnersKnown) {
    Portal portal = new Portal(URI.create("http://localhost:9/"));
    return new Routes(
        portal,
        OtherPartnersNotice.html(partnersKnown),
        new XisLaunches(portal, new XisTokens(KEYS, Clock.systemUTC())),
        new ClinicLaunches(portal, new ClinicTokens(KEYS, Clock.systemUTC())));
  }
}
