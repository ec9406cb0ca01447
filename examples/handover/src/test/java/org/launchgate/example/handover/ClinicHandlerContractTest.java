package org.launchgate.example.handover;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.launchgate.servlet.LaunchHandler;
import org.launchgate.servlet.LaunchHandlerContract;

/** The example keeps what every handler has to keep: the test to copy. */
class ClinicHandlerContractTest extends LaunchHandlerContract {
  private final JdbcDataSource database = new JdbcDataSource();
  private Connection keptOpen;
  private ClinicHandler handler;

  @BeforeEach
  void start() throws SQLException, IOException {
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
    keptOpen = database.getConnection();
    try (InputStream schema = ClinicHandler.class.getResourceAsStream("schema.sql")) {
      execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    }
    handler = new ClinicHandler(database);
  }

  @AfterEach
  void stop() throws SQLException {
    keptOpen.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = keptOpen.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  protected LaunchHandler handler() {
    return handler;
  }

  @Override
  protected boolean breakSource() {
    try {
      execute("DROP ALL OBJECTS");
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
