package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.spi.LaunchEvent.Kind.REFUSED;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.Identifier;
import org.launchgate.LaunchOrganization;
import org.launchgate.TestPartner;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;
import org.launchgate.spi.OrganizationPolicy;

/** Which organisations the application lets in, on top of the partner's own. */
class OrganizationPolicyTomcatTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final EventsHeard heard = new EventsHeard();
  private final TomcatApp app = new TomcatApp().page(Shown.PATH, Shown.PAGE);
  private Browser browser;

  private void start(OrganizationPolicy policy) {
    app.context()
        .getServletContext()
        .setAttribute(
            OrganizationPolicy.class.getName(),
            (OrganizationPolicy)
                launch -> {
                  asked.add(
                      launch
                          .organization()
                          .map(LaunchOrganization::identifier)
                          .map(Identifier::value)
                          .orElse("none"));
                  return policy.admits(launch);
                });
    heard.in(app);
    browser = app.start().browser();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void organisationThatItKnowsComesIn() {
    start(launch -> true);

    assertThat(browser.launch(Launches.zorgdomein().token()).statusCode()).isEqualTo(303);
    assertThat(asked).containsExactly("05029999");
  }

  @Test
  void organisationThatItDoesNotKnowIsRefusedByItsOwnReasonBeforeAnyAccountIsMade() {
    app.context()
        .getServletContext()
        .setAttribute(
            AccountResolver.class.getName(),
            (AccountResolver)
                context -> {
                  asked.add("account");
                  return AccountResolution.linked("a");
                });
    start(launch -> false);

    HttpResponse<String> answer = browser.launch(Launches.zorgdomein().token());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Access denied");
    assertThat(asked).containsExactly("05029999");
    app.stop();
    assertThat(heard.one(REFUSED).reason()).contains("organization_unknown");
  }

  @Test
  void launchThatNamesNoOrganisationIsNoWayPastThePolicy() {
    app.file(
        "WEB-INF/partners.json",
        TestPartner.partnersFile()
            .replace("\"organizations\": [\"05029999\"],", "")
            .replace(
                "\"profile\": \"zorgdomein\"",
                "\"profile\": {\"extends\": \"zorgdomein\", \"claims\":"
                    + " {\"/org-id.system\": null, \"/org-id.value\": null}}"));
    start(launch -> launch.organization().isPresent());

    HttpResponse<String> answer =
        browser.launch(
            Launches.zorgdomein().without("org-id.system").without("org-id.value").token());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(asked).containsExactly("none");
    app.stop();
    assertThat(heard.one(REFUSED).reason()).contains("organization_unknown");
  }

  @Test
  void policyThatFailsIs503() {
    start(
        launch -> {
          throw new IllegalStateException("the database is down");
        });

    assertThat(browser.launch(Launches.zorgdomein().token()).statusCode()).isEqualTo(503);
  }

  @Test
  void reloadAsksNobody() {
    start(launch -> asked.size() == 1);
    String token = Launches.zorgdomein().token();
    browser.launch(token);

    assertThat(browser.launch(token).statusCode()).isEqualTo(303);
    assertThat(asked).hasSize(1);
  }

  @Test
  void firstVisitAsksOnce() {
    MemoryLinks links = new MemoryLinks();
    app.param("loginUrl", "/login")
        .param("loginAttribute", "user")
        .page("/login", (request, response) -> request.getSession().setAttribute("user", "dr-y"))
        .context()
        .getServletContext()
        .setAttribute(AccountResolver.class.getName(), links);
    start(launch -> true);

    browser.launch(Launches.zorgdomein().token());
    browser.get("/login");
    HttpResponse<String> page = browser.get(FirstVisit.ASKED);
    browser.postOnly(FirstVisit.ASKED, FirstVisit.answer(page, "yes"));

    assertThat(Set.copyOf(links.all.values())).containsExactly("dr-y");
    assertThat(asked).hasSize(1);
  }
}
