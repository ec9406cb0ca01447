package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;
import org.launchgate.TokenBuilder;

/** Who keeps which session, whichever server the portal runs on. */
interface SessionContract extends PortalUnderTest {
  @Test
  default void sameTokenAgainInItsOwnSessionLeadsToTheApplicationAgain() throws Exception {
    String token = launches().token(Launches.zorgdomein());
    Visitor visitor = visitor();
    assertEntered(visitor.launchByLink(token));
    Optional<String> session = visitor.session();

    assertEntered(visitor.launchByLink(token));

    assertThat(visitor.session()).isEqualTo(session);
  }

  @Test
  default void sameTokenInAnotherSessionIsDenied() throws Exception {
    String token = launches().token(Launches.zorgdomein());
    assertEntered(visitor().launchByLink(token));

    assertDenied(visitor().launchByLink(token));
  }

  @Test
  default void sameFormAgainIsTakenInItsOwnSessionAndDeniedInAnother() throws Exception {
    String token = launches().token(Launches.exorlive());
    Visitor visitor = visitor();
    assertEntered(visitor.launchByForm(token));

    assertEntered(visitor.launchByForm(token));
    assertDenied(visitor().launchByForm(token));
  }

  @Test
  @Clause("V-38")
  default void sessionIdThatSomebodyElseChoseIsNotTheUsersAfterwards() throws Exception {
    Visitor visitor = visitor().withSession("chosen-by-somebody-else");

    assertEntered(visitor.launchByLink(launches().token(Launches.zorgdomein())));

    assertThat(visitor.session().orElseThrow()).doesNotContain("chosen-by-somebody-else");
    Visitor chooser = visitor().withSession("chosen-by-somebody-else");
    assertThat(chooser.get("/whoami").statusCode()).isEqualTo(401);
  }

  @Test
  @Clause("V-38")
  default void samePatientOfTheSameUserKeepsTheSession() throws Exception {
    Visitor visitor = launched();
    Optional<String> session = visitor.session();

    assertEntered(visitor.launchByLink(launches().token(Launches.zorgdomein())));

    assertThat(visitor.session()).isEqualTo(session);
  }

  @Test
  @Clause("V-38")
  default void secondPatientOfTheSameUserGetsASessionOfItsOwn() throws Exception {
    Visitor visitor = launched();
    Optional<String> first = visitor.session();
    TokenBuilder other = Launches.zorgdomein().claim("context.patient-id", "456-789");

    assertEntered(visitor.launchByLink(launches().token(other)));

    assertThat(visitor.session()).isNotEqualTo(first);
    assertThat(visitor.whoami().at("/context/patient/id").asText()).isEqualTo("456-789");
    assertLoggedOut(first);
  }

  private void assertLoggedOut(Optional<String> session) throws Exception {
    Visitor left = visitor().withSession(session.orElseThrow());
    assertThat(left.get("/whoami").statusCode()).isEqualTo(401);
  }

  @Test
  @Clause("V-38")
  default void launchOfAnotherUserAsksAndThenEndsTheSessionOfTheFirst() throws Exception {
    Visitor visitor = launched();
    Optional<String> first = visitor.session();

    HttpResponse<String> question = visitor.launchByForm(launches().token(Launches.exorlive()));

    assertThat(question.statusCode()).isEqualTo(200);
    assertThat(question.body()).contains("Somebody else is logged in here");
    assertThat(visitor.whoami().at("/name").asText()).isEqualTo("demo-xis|agb-z|01029999");

    assertEntered(visitor.goOn(question));
    assertThat(visitor.session()).isNotEqualTo(first);
    assertThat(visitor.whoami().at("/name").asText()).isEqualTo("tatooine|local|2f3fb098");
    assertLoggedOut(first);
  }

  @Test
  default void deniedLaunchLeavesTheEarlierOneAlone() throws Exception {
    Visitor visitor = launched();

    assertDenied(visitor.launchByLink(launches().tampered(Launches.zorgdomein())));

    assertThat(visitor.get("/whoami").statusCode()).isEqualTo(200);
  }

  @Test
  default void logoutEndsTheSession() throws Exception {
    Visitor visitor = launched();
    String session = visitor.session().orElseThrow();

    HttpResponse<String> response = visitor.post("/logout", Visitor.FORM, "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertUnkept(response);
    Visitor left = visitor().withSession(session);
    assertThat(left.get("/whoami").statusCode()).isEqualTo(401);
  }

  @Test
  default void logoutByALinkDoesNotEndTheSession() throws Exception {
    Visitor visitor = launched();

    assertThat(visitor.get("/logout").statusCode()).isEqualTo(405);

    assertThat(visitor.get("/whoami").statusCode()).isEqualTo(200);
  }
}
