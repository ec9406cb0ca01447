package org.launchgate.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.AcceptedCases.FORM;
import static org.launchgate.servlet.AcceptedCases.PAYLOAD;
import static org.launchgate.servlet.AcceptedCases.QUERY;
import static org.launchgate.servlet.CanaryTokens.exorlive;
import static org.launchgate.servlet.CanaryTokens.zorgdomein;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.launchgate.Arrival;
import org.launchgate.Canary;
import org.launchgate.RefusalReason;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.TicketStore;

/** Launches on their way through tickets, scripts and accounts, and where they end there. */
final class TicketCases {
  private static final AccountResolution ACCOUNT =
      AccountResolution.linked(Canary.USER_EMAIL.text(), Set.of("clerk"));
  private static final AccountResolution BLOCKED = AccountResolution.refused("account_blocked");

  private TicketCases() {}

  static Stream<PrivacyCase> all() {
    return Stream.of(byTicket(), byScript(), byAccount(), byStore()).flatMap(cases -> cases);
  }

  private static PrivacyCase refused(RefusalReason reason, String how, PrivacyCase.Act act) {
    return PrivacyCase.of(reason.code() + ": " + how, act).refused(reason);
  }

  private static HttpResponse<String> refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    return answer;
  }

  /** A ticket that waits in that browser. */
  private static HttpResponse<String> park(PrivacyStage stage, Browser browser, String... headers) {
    String token = stage.secret(exorlive().token());
    HttpResponse<String> hop = stage.hear(browser.postOnly("/launch", "payload=" + token, headers));
    assertThat(HeardAnswer.of(hop).secrets()).as("what nothing else may say").isNotEmpty();
    return hop;
  }

  private static Stream<PrivacyCase> byTicket() {
    return Stream.of(
        refused(RefusalReason.TICKET_NOT_VALID, "of another browser", TicketCases::steal),
        refused(RefusalReason.TICKET_NOT_VALID, "token in its place", TicketCases::misspell),
        refused(RefusalReason.TICKET_NOT_VALID, "used without its session", TicketCases::useTwice)
            .raises("accepted", RefusalReason.TICKET_NOT_VALID.code()),
        refused(
            RefusalReason.ORIGIN_NOT_ALLOWED,
            "another's form",
            stage ->
                stage.launch(
                    exorlive().token(),
                    PAYLOAD,
                    "Origin",
                    "https://" + Canary.USERNAME.text() + ".example")),
        PrivacyCase.of("session cookie that stays home", TicketCases::goOn)
            .in((app, listeners) -> strictCookie(app))
            .raises("accepted"));
  }

  private static void steal(PrivacyStage stage) {
    Browser other = stage.app().browser();
    refused(stage.hear(stage.redeem(other, park(stage, stage.app().browser()))));
  }

  private static void misspell(PrivacyStage stage) {
    String token = stage.secret(exorlive().token());
    Browser browser = stage.app().browser();
    String[] texts = {token, token.substring(0, 43), Canary.USER_EMAIL.text()};
    for (String text : texts) {
      refused(stage.hear(browser.get("/launch?launch_ticket=" + Browser.encoded(text))));
      refused(stage.hear(browser.postOnly("/launch", "launch_ticket=" + Browser.encoded(text))));
    }
  }

  private static void useTwice(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    HttpResponse<String> hop = park(stage, browser);
    Browser copy = stage.app().browser();
    copy.cookies().putAll(browser.cookies());
    assertThat(stage.hear(stage.redeem(browser, hop)).statusCode()).isEqualTo(303);
    refused(stage.hear(stage.redeem(copy, hop)));
  }

  private static void strictCookie(TomcatApp app) {
    app.context()
        .addServletContainerInitializer(
            (classes, context) ->
                context.getSessionCookieConfig().setAttribute("SameSite", "Strict"),
            null);
  }

  private static void goOn(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    HttpResponse<String> page = park(stage, browser);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(stage.hear(stage.redeem(browser, page)).statusCode()).isEqualTo(303);
  }

  private static Stream<PrivacyCase> byScript() {
    return Stream.of(
        PrivacyCase.of(
                "address that nobody opens",
                stage -> park(stage, stage.app().browser(), "Accept", "application/json"))
            .raises(),
        refused(
                RefusalReason.HOST_NOT_ALLOWED,
                "not listed",
                stage -> refused(stage.launch(exorlive().token(), Arrival.json("payload"))))
            .in((app, listeners) -> app.param("allowedHosts", "app.example")),
        PrivacyCase.of("preflight that names somebody", TicketCases::preflight).raises());
  }

  private static void preflight(PrivacyStage stage) {
    String token = stage.secret(exorlive().token());
    HttpResponse<String> answer =
        stage
            .app()
            .browser()
            .send(
                "OPTIONS",
                "/launch?payload=" + token,
                BodyPublishers.noBody(),
                "Origin",
                "https://" + Canary.USERNAME.text() + ".example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                Canary.USERNAME.text());
    assertThat(stage.hear(answer).statusCode()).isEqualTo(204);
  }

  private static void supply(TomcatApp app, AccountResolver resolver) {
    app.context().getServletContext().setAttribute(AccountResolver.class.getName(), resolver);
  }

  private static Stream<PrivacyCase> byAccount() {
    AccountResolver failing =
        context -> {
          throw new IllegalStateException(
              context.user().identifier().value() + " " + context.user().familyName().orElse(""));
        };
    return Stream.of(
        PrivacyCase.of(
                "account",
                stage -> {
                  stage.handOut(ACCOUNT);
                  assertThat(stage.launch(zorgdomein().token(), QUERY).statusCode()).isEqualTo(303);
                })
            .in((app, listeners) -> supply(app, context -> ACCOUNT))
            .raises("accepted"),
        refused(
                RefusalReason.ACCOUNT_REFUSED,
                "blocked",
                stage -> refused(stage.launch(exorlive().token(), PAYLOAD)))
            .in((app, listeners) -> supply(app, context -> BLOCKED)),
        refused(
                RefusalReason.ACCOUNT_REFUSED,
                "blocked, by link",
                stage -> {
                  stage.handOut(BLOCKED);
                  refused(stage.launch(zorgdomein().token(), QUERY));
                })
            .in((app, listeners) -> supply(app, context -> BLOCKED)),
        refused(
                RefusalReason.ACCOUNT_UNKNOWN,
                "nobody's",
                stage -> {
                  stage.handOut(AccountResolution.unknown());
                  refused(stage.launch(exorlive().token(), PAYLOAD));
                })
            .in((app, listeners) -> supply(app, context -> AccountResolution.unknown())),
        PrivacyCase.of(
                "account resolver that breaks",
                stage ->
                    assertThat(stage.launch(exorlive().token(), PAYLOAD).statusCode())
                        .isEqualTo(503))
            .in((app, listeners) -> supply(app, failing))
            .raises("unavailable"));
  }

  private static Stream<PrivacyCase> byStore() {
    return Stream.of(
        withStore("ticket store that breaks", new Broken(Optional.empty())),
        withStore(
            "ticket store that holds something else",
            new Broken(Optional.of(Canary.PATIENT_FAMILY_NAME.text().getBytes(US_ASCII)))));
  }

  private static PrivacyCase withStore(String name, TicketStore store) {
    return PrivacyCase.of(
            name,
            stage ->
                assertThat(stage.launch(CanaryTokens.own().token(), FORM).statusCode())
                    .isEqualTo(503))
        .in(
            (app, listeners) ->
                app.context().getServletContext().setAttribute(TicketStore.class.getName(), store))
        .raises("unavailable");
  }

  /** Says in its words what it was given; or gives something else back. */
  private record Broken(Optional<byte[]> given) implements TicketStore {
    @Override
    public void put(String key, byte[] content, Instant expiresAt) {
      if (given.isEmpty()) {
        String text = new String(content, ISO_8859_1);
        throw new LaunchUnavailableException(
            "the test's store is down", new IllegalStateException(key + " " + text));
      }
    }

    @Override
    public Optional<byte[]> take(String key) {
      return given;
    }
  }
}
