package org.launchgate.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The mechanism beside another one, by a handler of Jakarta Security 4: all that it promises alone,
 * but that whoever has no launch is the other one's.
 */
class HandlerIT extends EnterpriseContract {
  private static final String JOAN = "Badge joan";

  @Deployment(testable = false)
  static WebArchive application() {
    return Application.enterprise(Application.withHandler());
  }

  @Override
  void assertAsksWhoIsThere(HttpResponse<String> page) {
    assertThat(page.statusCode()).as(page.body()).isEqualTo(401);
    assertThat(page.headers().firstValue("WWW-Authenticate")).hasValue("Badge");
    assertThat(page.body()).doesNotContain("who=", "Launchgate");
    assertOtherWasAsked(page);
  }

  private static void assertOtherWasAsked(HttpResponse<String> page) {
    assertThat(page.headers().firstValue("Asked")).hasValue("badges");
  }

  private static void assertOtherWasNotAsked(HttpResponse<String> page) {
    assertThat(page.headers().firstValue("Asked")).isEmpty();
  }

  private static void assertTellsOfJoan(HttpResponse<String> page) {
    assertTells(
        page,
        "who=joan",
        "remoteUser=joan",
        "type=other",
        "practitioner=false",
        "assistant=true",
        "patient=none");
    assertOtherWasAsked(page);
  }

  /** Joan, who has shown her badge once. */
  private Visitor joan() throws Exception {
    Visitor visitor = visitor();
    assertTellsOfJoan(visitor.get("desk/page", JOAN));
    return visitor;
  }

  @ParameterizedTest
  @ValueSource(strings = {"whoami", "desk/page"})
  void withoutALaunchTheOtherMechanismLogsIn(String page) throws Exception {
    assertTellsOfJoan(visitor().get(page, JOAN));
    assertTellsOfJoan(joan().get(page));
  }

  @Test
  void constraintOfARoleThatTheOthersUserLacksHolds() throws Exception {
    HttpResponse<String> page = joan().get("secret/page");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("who=");
  }

  @Test
  void sessionOfALaunchIsNeverTheOtherMechanisms() throws Exception {
    Visitor visitor = launched();

    for (String page : new String[] {"whoami", "secret/page", "annotated"}) {
      HttpResponse<String> answer = visitor.get(page, JOAN);
      assertTells(answer, "who=demo-xis|agb-z|ann", "practitioner=true", "assistant=false");
      assertOtherWasNotAsked(answer);
    }
    HttpResponse<String> desk = visitor.get("desk/page", JOAN);
    assertThat(desk.statusCode()).isEqualTo(403);
    assertOtherWasNotAsked(desk);
  }

  @Test
  void requestOfNoCertainWindowIsNotTheOtherMechanisms() throws Exception {
    Visitor visitor = launched();
    window(visitor.launchByLink(ann("p2")));

    HttpResponse<String> page = visitor.get("whoami", JOAN);

    assertTells(page, "who=demo-xis|agb-z|ann", "practitioner=false", "assistant=false");
    assertOtherWasNotAsked(page);
  }

  @Test
  void requestOfAWindowThatIsGoneIsNotTheOtherMechanisms() throws Exception {
    HttpResponse<String> page = launched().get("whoami?_lw=AAAAAAAAAAAAAAAA", JOAN);

    assertThat(page.statusCode()).isEqualTo(409);
    assertOtherWasNotAsked(page);
  }

  @Test
  void refusedLaunchIsAnsweredByItsPageAndTheOthersUserStays() throws Exception {
    Visitor visitor = joan();

    HttpResponse<String> answer = visitor.launchByLink(ann("p1").claim("iss", "Nobody"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Access denied").doesNotContain("who=");
    assertOtherWasNotAsked(answer);
    assertTellsOfJoan(visitor.get("desk/page"));
  }

  @Test
  void launchComesBeforeTheOthersUser() throws Exception {
    Visitor visitor = joan();

    HttpResponse<String> entered = visitor.launchByLink(ann("p1"));

    window(entered);
    assertOtherWasNotAsked(entered);
    assertTells(
        visitor.get("secret/page"),
        "who=demo-xis|agb-z|ann",
        "practitioner=true",
        "assistant=false",
        "patient=p1");
    assertThat(visitor.get("desk/page").statusCode()).isEqualTo(403);
  }

  @Test
  void logoutOfTheServletApiEndsBoth() throws Exception {
    Visitor visitor = joan();
    window(visitor.launchByLink(ann("p1")));
    Visitor left = visitor.withTheSameCookies();

    assertTells(visitor.post("leave", Visitor.FORM, ""), "who=nobody", "assistant=false");

    assertAsksWhoIsThere(visitor.get("secret/page"));
    assertAsksWhoIsThere(left.get("secret/page"));
    assertAsksWhoIsThere(left.get("desk/page"));
    assertTells(left.get("whoami"), "who=nobody", "assistant=false", "patient=none");
  }

  /** Nobody asks the handler then; what the other one keeps is in no session here. */
  @Test
  void logoutPathEndsTheLaunchAndNotWhatTheOtherKeepsElsewhere() throws Exception {
    Visitor visitor = joan();
    window(visitor.launchByLink(ann("p1")));
    Visitor left = visitor.withTheSameCookies();

    assertThat(visitor.post("logout", Visitor.FORM, "").statusCode()).isEqualTo(200);

    assertTellsOfJoan(visitor.get("desk/page"));
    assertTellsOfJoan(left.get("desk/page"));
    assertThat(left.get("secret/page").statusCode()).isEqualTo(403);
  }

  @Test
  void logoutOfTheServletApiEndsTheOthersLogin() throws Exception {
    Visitor visitor = joan();
    Visitor left = visitor.withTheSameCookies();

    assertTells(visitor.post("leave", Visitor.FORM, ""), "who=nobody", "assistant=false");

    assertAsksWhoIsThere(left.get("desk/page"));
  }
}
