package org.launchgate.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** What the container knows of who launched, whichever server it is. */
@ExtendWith(ArquillianExtension.class)
abstract class ContainerContract {
  /** Beyond ASCII, and beyond Latin 1. */
  private static final String WORDS = "Ødegård Żółć 李 €";

  private static final String ANN = "demo-xis|agb-z|ann";

  @ArquillianResource private @Nullable URL deployed;

  final Visitor visitor() {
    return Visitor.at(deployed);
  }

  /** Ann, a practitioner. */
  static TokenBuilder ann(String patient) {
    return TestPartner.zorgdomeinToken(UUID.randomUUID().toString(), Instant.now().getEpochSecond())
        .claim("user-id.value", "ann")
        .claim("context.patient-id", patient);
  }

  /**
   * Mando, an assistant of another partner; his token comes by a form. It has neither time nor id,
   * so that two with equal claims would be one and the same.
   */
  static TokenBuilder mando(String patient) {
    return TestPartner.exorliveToken()
        .nested("contact", "id", patient)
        .claim("sent", UUID.randomUUID().toString());
  }

  /** Ann after a launch. */
  final Visitor launched() throws Exception {
    Visitor visitor = visitor();
    window(visitor.launchByLink(ann("p1")));
    return visitor;
  }

  /** The window that a launch led to. */
  static String window(HttpResponse<String> entered) {
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);
    String location = entered.headers().firstValue("Location").orElseThrow();
    assertThat(location).contains("/whoami?_lw=").doesNotContain("token");
    return location.replaceAll(".*_lw=", "");
  }

  static void assertTells(HttpResponse<String> page, String... lines) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body().lines()).contains(lines);
  }

  private static void assertTellsOfNobody(HttpResponse<String> page) {
    assertTells(page, "who=nobody", "practitioner=false", "assistant=false", "patient=none");
  }

  /** What a constrained page answers to somebody whom nobody knows. */
  void assertAsksWhoIsThere(HttpResponse<String> page) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(401);
    assertThat(page.body()).contains("<h1").doesNotContain("who=");
  }

  /** Whether the application runs for requests that are answered already. */
  boolean runsWhatIsAnswered() {
    return false;
  }

  private static int runs(Visitor visitor) throws Exception {
    return Integer.parseInt(visitor.get("runs").body());
  }

  private void assertRuns(Visitor visitor, int before) throws Exception {
    assertThat(runs(visitor)).isEqualTo(runsWhatIsAnswered() ? before + 1 : before);
  }

  @Test
  void withoutALaunchPublicPagesAreServedToNobody() throws Exception {
    Visitor visitor = visitor();

    assertTellsOfNobody(visitor.get("whoami"));

    assertThat(visitor.session()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret/page", "desk/page", "annotated"})
  void withoutALaunchConstrainedPagesAskWhoIsThere(String page) throws Exception {
    assertAsksWhoIsThere(visitor().get(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"whoami", "secret/page", "annotated"})
  void containerKnowsWhoLaunched(String page) throws Exception {
    assertTells(
        launched().get(page),
        "who=" + ANN,
        "remoteUser=" + ANN,
        "type=LaunchPrincipal",
        "practitioner=true",
        "assistant=false",
        "patient=p1");
  }

  @Test
  void constraintOfARoleThatTheUserLacksHolds() throws Exception {
    HttpResponse<String> page = launched().get("desk/page");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("who=");
  }

  @Test
  void launchByAFormIsKnownToTheContainer() throws Exception {
    Visitor visitor = visitor();
    window(visitor.launchByForm(mando("p2")));

    assertTells(
        visitor.get("desk/page"),
        "who=tatooine|local|2f3fb098",
        "type=LaunchPrincipal",
        "practitioner=false",
        "assistant=true",
        "patient=p2");
    assertThat(visitor.get("secret/page").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"by/forward", "by/include", "by/async"})
  void otherDispatchesKnowWhoLaunched(String page) throws Exception {
    assertTells(
        launched().get(page),
        "who=" + ANN,
        "type=LaunchPrincipal",
        "practitioner=true",
        "patient=p1");
  }

  @Test
  void refusedLaunchIsAnsweredByItsPageAlone() throws Exception {
    Visitor visitor = visitor();
    int before = runs(visitor);

    HttpResponse<String> answer = visitor.launchByLink(ann("p1").claim("iss", "Nobody"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Access denied").doesNotContain("who=");
    assertRuns(visitor, before);
    assertTellsOfNobody(visitor.get("whoami"));
  }

  @Test
  void refusedLaunchLeavesTheEarlierOneAlone() throws Exception {
    Visitor visitor = launched();

    assertThat(visitor.launchByLink(ann("p2").claim("iss", "Nobody")).statusCode()).isEqualTo(403);

    assertTells(visitor.get("secret/page"), "who=" + ANN, "patient=p1");
  }

  @Test
  void sessionThatWasThereBeforeTheLaunchGetsANewId() throws Exception {
    Visitor visitor = visitor();
    visitor.post("begin", Visitor.FORM, "");
    String before = visitor.session().orElseThrow();
    Visitor watching = visitor.withTheSameCookies();

    window(visitor.launchByLink(ann("p1")));

    assertThat(visitor.session()).isPresent().get().isNotEqualTo(before);
    assertTells(visitor.get("secret/page"), "who=" + ANN);
    assertAsksWhoIsThere(watching.get("secret/page"));
  }

  @Test
  void secondLaunchOfTheSameUserIsAWindowOfItsOwn() throws Exception {
    Visitor visitor = visitor();
    String first = window(visitor.launchByLink(ann("p1")));

    String second = window(visitor.launchByLink(ann("p2")));

    assertTells(
        visitor.get("secret/page?_lw=" + second), "who=" + ANN, "practitioner=true", "patient=p2");
    assertTells(
        visitor.get("secret/page?_lw=" + first), "who=" + ANN, "practitioner=true", "patient=p1");
  }

  @Test
  void requestOfNoCertainWindowHasAUserAndNeitherPatientNorRoles() throws Exception {
    Visitor visitor = launched();
    window(visitor.launchByLink(ann("p2")));

    assertTells(visitor.get("whoami"), "who=" + ANN, "practitioner=false", "patient=none");
    assertThat(visitor.get("secret/page").statusCode()).isEqualTo(403);
  }

  @Test
  void requestOfAWindowThatIsGoneIsAnsweredByItsPageAlone() throws Exception {
    Visitor visitor = launched();
    int before = runs(visitor);

    HttpResponse<String> page = visitor.get("whoami?_lw=AAAAAAAAAAAAAAAA");

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body()).doesNotContain("who=", "p1");
    assertRuns(visitor, before);
  }

  @Test
  void launchOfAnotherUserAsksAndThenReplacesTheFirst() throws Exception {
    Visitor visitor = launched();
    Visitor left = visitor.withTheSameCookies();

    HttpResponse<String> question = visitor.launchByForm(mando("p2"));

    assertThat(question.statusCode()).isEqualTo(200);
    assertTells(visitor.get("secret/page"), "who=" + ANN, "patient=p1");

    window(visitor.goOn(question));

    assertTells(
        visitor.get("desk/page"),
        "who=tatooine|local|2f3fb098",
        "practitioner=false",
        "assistant=true",
        "patient=p2");
    assertThat(visitor.get("secret/page").statusCode()).isEqualTo(403);
    assertAsksWhoIsThere(left.get("secret/page"));
  }

  @Test
  void logoutPathEndsTheContainersLogin() throws Exception {
    Visitor visitor = launched();
    Visitor left = visitor.withTheSameCookies();

    assertThat(visitor.post("logout", Visitor.FORM, "").statusCode()).isEqualTo(200);

    assertAsksWhoIsThere(visitor.get("secret/page"));
    assertAsksWhoIsThere(left.get("secret/page"));
    assertTellsOfNobody(left.get("whoami"));
  }

  @Test
  void logoutOfTheServletApiEndsTheLaunch() throws Exception {
    Visitor visitor = launched();
    Visitor left = visitor.withTheSameCookies();

    assertTellsOfNobody(visitor.post("leave", Visitor.FORM, ""));

    assertAsksWhoIsThere(visitor.get("secret/page"));
    assertAsksWhoIsThere(left.get("secret/page"));
    assertTellsOfNobody(left.get("whoami"));
  }

  @Test
  void whoLoggedOutMayLaunchAgain() throws Exception {
    Visitor visitor = launched();
    visitor.post("leave", Visitor.FORM, "");

    window(visitor.launchByForm(mando("p2")));

    assertTells(visitor.get("desk/page"), "who=tatooine|local|2f3fb098", "patient=p2");
  }

  @Test
  void sessionsOfTwoVisitorsDoNotMix() throws Exception {
    Visitor one = launched();
    Visitor other = visitor();
    window(other.launchByForm(mando("p2")));

    for (int round = 0; round < 5; round++) {
      assertTells(one.get("secret/page"), "who=" + ANN, "patient=p1", "assistant=false");
      assertTells(other.get("desk/page"), "who=tatooine|local|2f3fb098", "practitioner=false");
    }
  }

  @Test
  void twoLaunchesOfOneNameAreTwoSessions() throws Exception {
    Visitor one = launched();
    Visitor other = visitor();
    window(other.launchByLink(ann("p9")));

    assertTells(one.get("secret/page"), "who=" + ANN, "patient=p1");
    assertTells(other.get("secret/page"), "who=" + ANN, "patient=p9");
    other.post("leave", Visitor.FORM, "");
    assertTells(one.get("secret/page"), "who=" + ANN, "patient=p1", "practitioner=true");
  }

  @Test
  void bodiesThatAreNoLaunchReachTheApplicationByteForByte() throws Exception {
    byte[] body = everyByte();

    for (Visitor visitor : new Visitor[] {visitor(), launched()}) {
      HttpResponse<String> form =
          visitor.post("echo/bytes", Visitor.FORM, "token=a&payload=b&field=" + encoded());
      HttpResponse<String> text =
          visitor.post(
              "echo/bytes", "text/plain", BodyPublishers.ofString(WORDS, StandardCharsets.UTF_8));
      HttpResponse<String> binary =
          visitor.post("echo/length", "application/octet-stream", BodyPublishers.ofByteArray(body));

      assertThat(form.body()).isEqualTo("token=a&payload=b&field=" + encoded());
      assertThat(text.body()).isEqualTo(WORDS);
      assertThat(binary.body()).isEqualTo(Arrays.hashCode(body) + " of " + body.length);
    }
  }

  private static byte[] everyByte() {
    byte[] bytes = new byte[70_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @Test
  void applicationSaysInWhichEncodingItReads() throws Exception {
    for (Visitor visitor : new Visitor[] {visitor(), launched()}) {
      assertThat(visitor.post("echo/field", Visitor.FORM, "field=" + encoded()).body())
          .isEqualTo(WORDS);
      assertThat(visitor.post("echo/text", "text/plain", WORDS).body()).isEqualTo(WORDS);
    }
  }

  private static String encoded() {
    return URLEncoder.encode(WORDS, StandardCharsets.UTF_8);
  }
}
