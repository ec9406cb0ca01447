package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;

/** How a posted launch gets into the browser's own session, whichever server the portal runs on. */
interface TicketContract extends PortalUnderTest {

  private HttpResponse<String> park(Visitor visitor) throws Exception {
    String token = launches().token(Launches.exorlive());
    HttpResponse<String> response = visitor.post("/launch", Visitor.FORM, "payload=" + token);
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(Visitor.ticket(response)).isPresent();
    return response;
  }

  @Test
  default void formIsAnsweredByTheAddressOfATicketAndItsCookie() throws Exception {
    Visitor visitor = visitor();

    HttpResponse<String> response = park(visitor);

    assertThat(response.headers().firstValue("Location").orElseThrow())
        .matches("(http://[^/]+)?/launch\\?launch_ticket=[A-Za-z0-9_-]{43}&launch_cookie=set");
    assertThat(response.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .matches("launch-[A-Za-z0-9_-]{16}=\"?[A-Za-z0-9_-]{43}\"?; .*")
        .containsIgnoringCase("Path=/launch")
        .containsIgnoringCase("Max-Age=60")
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax")
        .doesNotContainIgnoringCase("Secure");
    assertThat(visitor.session()).isEmpty();
    assertThat(response.body()).isEmpty();
    assertUnkept(response);
  }

  @Test
  default void ticketLeadsItsBrowserIn() throws Exception {
    Visitor visitor = visitor();

    assertEntered(visitor.follow(park(visitor)));

    assertThat(visitor.whoami().at("/context/partner").asText()).isEqualTo("tatooine");
  }

  @Test
  default void ticketIsDeniedInAnotherBrowserWhichDoesNotUseItUp() throws Exception {
    Visitor visitor = visitor();
    HttpResponse<String> parked = park(visitor);

    assertDenied(launched().follow(parked));
    assertEntered(visitor.follow(parked));
  }

  @Test
  default void ticketInABrowserWithoutAnyCookieIsAnsweredByWhatToDoAboutThat() throws Exception {
    Visitor visitor = visitor();
    HttpResponse<String> parked = park(visitor);

    HttpResponse<String> answer = visitor().follow(parked);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Your browser sent no cookies");
    assertTellsNothing(answer);
    assertEntered(visitor.follow(parked));
  }

  @Test
  default void usedTicketLeadsItsSessionThereAgainAndNobodyElse() throws Exception {
    Visitor visitor = visitor();
    HttpResponse<String> parked = park(visitor);
    assertEntered(visitor.follow(parked));

    assertEntered(visitor.follow(parked));
    assertDenied(launched().follow(parked));
  }

  @Test
  default void lookingAtATicketDoesNotUseItUp() throws Exception {
    Visitor visitor = visitor();
    HttpResponse<String> parked = park(visitor);
    String path = URI.create(Visitor.ticket(parked).orElseThrow()).getRawQuery();

    assertThat(visitor.send("HEAD", "/launch?" + path).statusCode()).isEqualTo(405);
    assertThat(visitor.send("OPTIONS", "/launch?" + path).statusCode()).isEqualTo(204);

    assertEntered(visitor.follow(parked));
  }

  @Test
  @Clause({"EL-1", "EL-13"})
  default void scriptIsToldAnAddressThatWorksInWhateverBrowserOpensItOnce() throws Exception {
    Visitor script = visitor();
    String token = launches().token(Launches.exorlive());

    HttpResponse<String> answer = script.postForJson("/launch", "payload=" + token);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(Visitor.ticket(answer).orElseThrow())
        .startsWith(portal().home().resolve("/launch?launch_ticket=").toString());
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertUnkept(answer);
    Visitor browser = visitor();
    assertEntered(browser.follow(answer));
    assertThat(browser.whoami().at("/context/partner").asText()).isEqualTo("tatooine");
    assertDenied(visitor().follow(answer));
  }
}
