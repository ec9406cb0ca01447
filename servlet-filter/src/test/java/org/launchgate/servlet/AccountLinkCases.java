package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.AcceptedCases.QUERY;
import static org.launchgate.servlet.CanaryTokens.zorgdomein;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.launchgate.Canary;
import org.launchgate.account.JdbcAccountLinks;
import org.launchgate.spi.AccountResolver;

/** Launches of users whose accounts are linked in a database. */
final class AccountLinkCases {
  private static final String ACCOUNT = Canary.USER_EMAIL.text();

  private AccountLinkCases() {}

  static Stream<PrivacyCase> all() {
    return Stream.of(linked(links()), withoutTable(links()));
  }

  private static JdbcAccountLinks links() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return new JdbcAccountLinks(source, Clock.systemUTC());
  }

  private static void supply(TomcatApp app, AccountResolver resolver) {
    app.context().getServletContext().setAttribute(AccountResolver.class.getName(), resolver);
  }

  private static PrivacyCase linked(JdbcAccountLinks links) {
    return PrivacyCase.of(
            "account link",
            stage -> {
              stage.handOut(links);
              assertThat(stage.launch(zorgdomein().token(), QUERY).statusCode()).isEqualTo(303);
              assertThat(stage.handOut(links.ofAccount(ACCOUNT))).hasSize(1);
            })
        .in(
            (app, listeners) -> {
              links.createTable();
              supply(
                  app,
                  context -> {
                    links.link(context, ACCOUNT);
                    return links.resolve(context);
                  });
            })
        .raises("accepted");
  }

  private static PrivacyCase withoutTable(JdbcAccountLinks links) {
    return PrivacyCase.of(
            "account links without their table",
            stage ->
                assertThat(stage.launch(zorgdomein().token(), QUERY).statusCode()).isEqualTo(503))
        .in((app, listeners) -> supply(app, links))
        .raises("unavailable");
  }
}
