package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.launchgate.Arrival;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchVerifier;
import org.launchgate.LogCapture;
import org.launchgate.ParkedLaunch;
import org.launchgate.TestPartner;
import org.launchgate.Verdict;

/** Tickets and their cookies are secrets, accounts are personal: neither is in a log or a text. */
class TicketPrivacyTest {
  private final List<String> secrets = new ArrayList<>();

  private void remember(HttpResponse<String> answer) {
    header(answer, "Location").lines().filter(l -> l.contains("=")).forEach(this::last);
    answer.headers().allValues("Set-Cookie").forEach(c -> last(c.replaceAll(";.*", "")));
    Matcher ticket =
        Pattern.compile("launch_ticket[^A-Za-z0-9_-]+(?:value=\")?([A-Za-z0-9_-]{43})")
            .matcher(answer.body());
    while (ticket.find()) {
      secrets.add(ticket.group(1));
    }
  }

  private void last(String assignment) {
    String value = assignment.substring(assignment.indexOf('=') + 1);
    if (value.length() > 20) {
      secrets.add(value);
    }
  }

  @Test
  void noLogAtAnyLevelHoldsATicketACookieOrAName() {
    try (LogCapture log = new LogCapture("org.launchgate", "launchgate", "org.jose4j");
        TomcatApp app = new TomcatApp().page(Shown.PATH, Shown.PAGE).param("windows", "many")) {
      Browser browser = app.start().browser();
      String token = TestPartner.exorliveToken().token();
      HttpResponse<String> hop = browser.postOnly("/launch", "payload=" + token);
      remember(hop);
      remember(browser.follow(hop));
      remember(browser.postOnly("/launch", "payload=" + token));
      remember(app.browser().follow(hop));
      HttpResponse<String> script =
          browser.postOnly(
              "/launch",
              "token=" + Launches.user("01000002").token(),
              "Accept",
              "application/json");
      secrets.add(script.body().replaceAll(".*launch_ticket=([^\"]+)\".*", "$1"));
      HttpResponse<String> question =
          browser.get("/launch?launch_ticket=" + secrets.get(secrets.size() - 1));
      assertThat(question.statusCode()).isEqualTo(200);
      remember(question);
      remember(browser.postOnly("/launch", "launch_ticket=" + secrets.get(secrets.size() - 1)));
      secrets.add(token);

      assertThat(secrets).hasSizeGreaterThan(8);
      assertThat(log.all())
          .contains("launch verified, its browser comes for it")
          .contains("launch verified, its script opens it")
          .contains("launch waits until its user agrees")
          .contains("launch accepted")
          .contains("reason=ticket_not_valid")
          .doesNotContain(secrets)
          .doesNotContain("Yoda", "Mando", "13116900216");
    }
  }

  @Test
  void noTextOfAnythingOnTheWayHoldsATicketAnAccountOrAName() {
    SecureRandom random = new SecureRandom();
    LaunchTicket ticket = LaunchTicket.random(random);
    String binding = LaunchTicket.randomText(random);
    LaunchContext context = Launches.exorlive();
    Account account = new Account("janssen", Set.of("doctor"));
    LaunchTickets.Parked parked = new LaunchTickets.Parked(ticket, binding);
    LaunchWindow window =
        LaunchWindow.open("AAAAAAAAAAAAAAAA", context, Set.of(), List.of(ticket.mark()), "/");
    LaunchSession session =
        new LaunchSession(
            new SessionUser(account.principal(context), Instant.EPOCH, false),
            List.of(window),
            false);
    Admission admission =
        new Admission(context, account, ticket.mark(), "/", "jansen", Handed.NOTHING);
    TicketContent content = content(account);

    assertThat(
            List.of(
                ticket.toString(),
                new Finding.Ticket(ticket).toString(),
                parked.toString(),
                account.toString(),
                new Accounts.Answer.Known(account).toString(),
                admission.toString(),
                content.toString(),
                session.toString(),
                new Entry.OtherUser(session).toString(),
                new Entry.Entered(session.principal(), window, session, window).toString(),
                new LaunchDecision.Hop(parked, content.launch(), null).toString(),
                new LaunchDecision.Hand(parked, context).toString(),
                new LaunchDecision.Ask(parked, context, session.principal(), session).toString(),
                new LaunchDecision.EnterAgain(window, ticket).toString()))
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(
                        ticket.value(),
                        binding,
                        ticket.mark(),
                        "jans",
                        "Yoda",
                        "Mando",
                        "2f3fb098",
                        "13116900216"));
  }

  private static TicketContent content(Account account) {
    return new TicketContent(
            "REFERENCE1", Optional.of("tatooine"), Duration.ZERO, parkedLaunch(), null, null)
        .asking(account, "jansen");
  }

  private static ParkedLaunch parkedLaunch() {
    Verdict verdict =
        LaunchVerifier.builder()
            .partners(TestPartner.both())
            .build()
            .verify(TestPartner.exorliveToken().token(), Arrival.form("payload"));
    return ParkedLaunch.of((Verdict.Accepted) verdict);
  }
}
