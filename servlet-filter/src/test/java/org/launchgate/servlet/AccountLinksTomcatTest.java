package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.launchgate.Identifier;
import org.launchgate.LogCapture;
import org.launchgate.account.JdbcAccountLinks;
import org.launchgate.spi.LaunchingUser;

/** Accounts that are linked in the server's database, by the init-param {@code accountLinks}. */
class AccountLinksTomcatTest {
  private static final Identifier USER = new Identifier("agb-z", "01029999");

  private final String database = "jdbc:h2:mem:" + UUID.randomUUID();
  private final TomcatApp app =
      new TomcatApp()
          .page(Shown.PATH, Shown.PAGE)
          .database("jdbc/portal", database + ";IFEXISTS=TRUE")
          .param("accountLinks", "java:comp/env/jdbc/portal");

  private Connection keptOpen;
  private JdbcAccountLinks links;

  @BeforeEach
  void open() throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(database);
    keptOpen = source.getConnection();
    links = new JdbcAccountLinks(source, Clock.systemUTC());
    links.createTable();
  }

  @AfterEach
  void close() throws SQLException {
    app.close();
    keptOpen.close();
  }

  private void link() {
    links.link(new LaunchingUser("demo-xis", USER.system(), USER.value()).launch(), "janssen");
  }

  private static HttpResponse<String> launch(Browser browser, String patient) {
    return browser.launch(Launches.patient(patient).token());
  }

  @Test
  void linkedUserIsTheAccountWithTheRolesOfThePartner() {
    link();
    Browser browser = app.start().browser();

    assertThat(launch(browser, "p1").statusCode()).isEqualTo(303);

    assertThat(Shown.to(browser).user()).isEqualTo("janssen");
    assertThat(Shown.to(browser).practitioner()).isTrue();
  }

  @Test
  void userWhomNobodyHasLinkedIsRefused() {
    Browser browser = app.start().browser();
    try (LogCapture log = new LogCapture()) {
      assertThat(launch(browser, "p1").statusCode()).isEqualTo(403);

      assertThat(log.lines("WARNING"))
          .singleElement()
          .asString()
          .contains("reason=account_unknown")
          .doesNotContain(USER.value());
    }
  }

  @Test
  void removedLinkEndsNoSessionAndLetsNobodyInAnyMore() {
    link();
    Browser browser = app.start().browser();
    launch(browser, "p1");

    assertThat(links.remove("demo-xis", USER)).isTrue();

    assertThat(Shown.to(browser).user()).isEqualTo("janssen");
    assertThat(launch(browser, "p2").statusCode()).isEqualTo(403);
    assertThat(launch(app.browser(), "p3").statusCode()).isEqualTo(403);
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void databaseThatIsDownIsUnavailableAndNobodyElse() throws SQLException {
    link();
    Browser browser = app.start().browser();
    keptOpen.createStatement().execute("SHUTDOWN");
    try (LogCapture log = new LogCapture()) {
      HttpResponse<String> page = launch(browser, "p1");

      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(header(page, "Retry-After")).isEqualTo("30");
      assertThat(log.lines("SEVERE launch unavailable"))
          .singleElement()
          .asString()
          .contains("detail=the database of the account links failed: ", "SQLState")
          .doesNotContain(USER.value(), "janssen");
    }
  }
}
