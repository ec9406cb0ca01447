package org.launchgate.servertests.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchContext;
import org.launchgate.account.JdbcAccountLinks;
import org.launchgate.account.JdbcAccountLinksContract;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.LaunchingUser;

/** Account links in a real PostgreSQL. */
class AccountLinksPostgresIT {

  @Nested
  class WhereConnectionsCommitByThemselves extends OnPostgres {
    @Override
    protected boolean commits() {
      return true;
    }
  }

  @Nested
  class WhereTheyDoNot extends OnPostgres {
    @Override
    protected boolean commits() {
      return false;
    }
  }

  abstract static class OnPostgres extends JdbcAccountLinksContract {
    @Override
    protected DataSource emptyDatabase() throws SQLException {
      return cleared();
    }
  }

  private static DataSource cleared() throws SQLException {
    DataSource database = Postgres.database();
    execute(database, "DROP TABLE IF EXISTS launchgate_account_link");
    return database;
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static LaunchContext launch() {
    return new LaunchingUser("contract", "s", "17").launch();
  }

  private static JdbcAccountLinks links(DataSource database) {
    return new JdbcAccountLinks(database, Clock.systemUTC());
  }

  @Test
  void isThePostgresThatTheReportNames() throws SQLException {
    try (Connection connection = Postgres.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT version()")) {
      assertThat(row.next()).isTrue();
      System.out.println("account links were tested on " + row.getString(1));
      assertThat(row.getString(1)).startsWith("PostgreSQL ");
    }
  }

  @Test
  void lockedTableHoldsNoLaunchUpForLong() throws SQLException {
    DataSource database = cleared();
    JdbcAccountLinks links = links(database);
    links.createTable();
    LaunchContext launch = launch();
    try (Connection holder = database.getConnection();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("LOCK TABLE launchgate_account_link IN ACCESS EXCLUSIVE MODE");

      assertTimeout(
          Duration.ofSeconds(60),
          () ->
              assertThatThrownBy(() -> links.resolve(launch))
                  .isInstanceOf(LaunchUnavailableException.class)
                  .hasMessageEndingWith("SQLState 57014"));
      holder.rollback();
    }
    assertThat(links.resolve(launch)).isSameAs(AccountResolution.unknown());
  }

  @Test
  void userWhoMayReadAndChangeThatTableAloneIsEnough() throws SQLException {
    DataSource database = cleared();
    links(database).createTable();
    execute(database, "DROP ROLE IF EXISTS launchgate_links");
    execute(database, "CREATE ROLE launchgate_links");
    execute(
        database, "GRANT SELECT, INSERT, DELETE ON launchgate_account_link TO launchgate_links");
    JdbcAccountLinks links = links(new AsRole(database, "launchgate_links").dataSource());

    assertThat(links.link(launch(), "smith")).isTrue();
    assertThat(links.ofAccount("smith")).hasSize(1);
    assertThat(links.removeAll("smith")).isEqualTo(1);
    execute(database, "DROP TABLE launchgate_account_link");
    execute(database, "DROP ROLE launchgate_links");
  }
}
