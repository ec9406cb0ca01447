package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.AcceptedCases.PAYLOAD;
import static org.launchgate.servlet.CanaryTokens.exorlive;

import java.net.http.HttpResponse;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.launchgate.Canary;
import org.launchgate.LaunchContext;
import org.launchgate.RefusalReason;
import org.launchgate.spi.AccountLinks;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;
import org.launchgate.spi.OrganizationPolicy;

/**
 * What the application itself says of launches: first visits of a user whose account is called by
 * an e-mail address, and every no.
 */
final class ApplicationCases {
  private static final String ACCOUNT = Canary.USER_EMAIL.text();

  private static final String REPORTING =
      CanaryPartners.file()
          .replace("\"id\": \"tatooine\",", "\"id\": \"tatooine\", \"enabled\": \"report\",");

  private ApplicationCases() {}

  static Stream<PrivacyCase> all() {
    return Stream.of(
        PrivacyCase.of(
                RefusalReason.ACCOUNT_UNKNOWN.code(),
                stage ->
                    assertThat(stage.launch(exorlive().token(), PAYLOAD).statusCode())
                        .isEqualTo(403))
            .in(
                (app, listeners) ->
                    app.context()
                        .getServletContext()
                        .setAttribute(AccountResolver.class.getName(), new Links(true)))
            .refused(RefusalReason.ACCOUNT_UNKNOWN),
        refusedBy(
                RefusalReason.ORGANIZATION_UNKNOWN.code(),
                OrganizationPolicy.class,
                (OrganizationPolicy) launch -> false)
            .refused(RefusalReason.ORGANIZATION_UNKNOWN),
        refusedBy(
                "handler that refuses",
                LaunchHandler.class,
                (LaunchHandler) launch -> HandlerDecision.refuse("not_here", "Not here."))
            .raises("not_here"),
        refusedBy(RefusalReason.PARTNER_REPORT_ONLY.code(), Object.class, "")
            .in((app, listeners) -> app.file("WEB-INF/partners.json", REPORTING))
            .refused(RefusalReason.PARTNER_REPORT_ONLY),
        visit("first visit", true, "yes", 303).raises("linked", "accepted"),
        visit(RefusalReason.ACCOUNT_NOT_LINKED.code(), true, "no", 403)
            .refused(RefusalReason.ACCOUNT_NOT_LINKED),
        visit(RefusalReason.ACCOUNT_LINKED_OTHERWISE.code(), false, "yes", 403)
            .refused(RefusalReason.ACCOUNT_LINKED_OTHERWISE));
  }

  private static PrivacyCase refusedBy(String name, Class<?> spi, Object supplied) {
    return PrivacyCase.of(
            name,
            stage ->
                assertThat(stage.launch(exorlive().token(), PAYLOAD).statusCode()).isEqualTo(403))
        .in(
            (app, listeners) ->
                app.context().getServletContext().setAttribute(spi.getName(), supplied));
  }

  private static PrivacyCase visit(String name, boolean free, String button, int status) {
    return PrivacyCase.of(name, stage -> visit(stage, button, status))
        .in((app, listeners) -> setting(free).accept(app));
  }

  private static Consumer<TomcatApp> setting(boolean free) {
    return app -> {
      app.context()
          .getServletContext()
          .setAttribute(AccountResolver.class.getName(), new Links(free));
      app.param("loginUrl", "/login")
          .param("loginAttribute", "user")
          .page(
              "/login", (request, response) -> request.getSession().setAttribute("user", ACCOUNT));
    };
  }

  private static void visit(PrivacyStage stage, String button, int status) {
    Browser browser = stage.app().browser();
    browser.get("/login");
    String token = stage.secret(exorlive().token());
    HttpResponse<String> hop = stage.hear(browser.postOnly("/launch", "payload=" + token));
    HttpResponse<String> anew = stage.hear(stage.redeem(browser, hop));
    stage.hear(new Question(anew).yes(browser));
    browser.get("/login");
    stage.hear(browser.get("/anything"));
    HttpResponse<String> page = stage.hear(browser.get(FirstVisit.ASKED));
    HttpResponse<String> answer =
        stage.hear(browser.postOnly(FirstVisit.ASKED, FirstVisit.answer(page, button)));
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  /** Links that know nobody until they are told, and take nobody unless they are free. */
  private static final class Links implements AccountLinks {
    private final boolean free;
    private volatile boolean linked;

    Links(boolean free) {
      this.free = free;
    }

    @Override
    public AccountResolution resolve(LaunchContext context) {
      return linked ? AccountResolution.linked(ACCOUNT) : AccountResolution.unknown();
    }

    @Override
    public boolean link(LaunchContext context, String account) {
      linked = free;
      return free;
    }
  }
}
