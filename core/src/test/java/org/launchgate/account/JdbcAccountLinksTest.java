package org.launchgate.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.LaunchingUser;

/** Account links over JDBC on H2, and what is so on any database. */
class JdbcAccountLinksTest {

  @Nested
  class WhereConnectionsCommitByThemselves extends OnH2 {
    @Override
    protected boolean commits() {
      return true;
    }
  }

  @Nested
  class WhereTheyDoNot extends OnH2 {
    @Override
    protected boolean commits() {
      return false;
    }
  }

  abstract static class OnH2 extends JdbcAccountLinksContract {
    private Connection keptOpen;

    @Override
    protected DataSource emptyDatabase() throws SQLException {
      DataSource database = h2("");
      keptOpen = database.getConnection();
      return database;
    }

    @AfterEach
    void close() throws SQLException {
      keptOpen.close();
    }
  }

  private static DataSource h2(String settings) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + settings);
    return source;
  }

  private static LaunchContext launch(String value) {
    return new LaunchingUser("contract", "s", value).launch();
  }

  /** As MySQL and SQL Server do unless they are told otherwise. */
  @Test
  void databaseThatTakesOneLetterForAnotherLinksNobodyToAnothersAccount() throws SQLException {
    DataSource database = h2(";IGNORECASE=TRUE");
    try (Connection keptOpen = database.getConnection()) {
      JdbcAccountLinks links = new JdbcAccountLinks(database, clock());
      links.createTable();
      links.link(launch("A"), "smith");

      assertThat(links.resolve(launch("a"))).isSameAs(AccountResolution.unknown());
      assertThatThrownBy(() -> links.link(launch("a"), "smith"))
          .isInstanceOf(LaunchUnavailableException.class)
          .hasMessageContaining("upper case");
      assertThat(links.remove("contract", new Identifier("s", "a"))).isFalse();
      assertThat(links.ofAccount("SMITH")).isEmpty();
      assertThat(links.removeAll("SMITH")).isZero();
      assertThat(links.ofAccount("smith")).hasSize(1);
      assertThat(keptOpen.isValid(1)).isTrue();
    }
  }

  private static Clock clock() {
    return Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  }

  @Test
  void statementsOfTheGuideAreThoseOfTheJar() throws Exception {
    String guide = Files.readString(Path.of("../docs/account-linking.md"));

    assertThat(guide).contains("```sql\n" + JdbcAccountLinks.ddl() + "```");
  }
}
