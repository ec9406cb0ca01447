package org.launchgate.account;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * Takes a connection for each piece of work and gives it back, however the work ends, with no
 * transaction left open on it. Whether the data source commits by itself makes no difference.
 */
final class LinkDatabase {
  private final DataSource source;

  LinkDatabase(DataSource source) {
    this.source = source;
  }

  /** Something to do on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Does it in a transaction of its own, where the data source does not commit by itself.
   *
   * @throws LaunchUnavailableException when the database fails; it says how, and nothing of what
   *     was asked, which a driver's own message may repeat
   */
  <T> T run(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return settled(connection, work);
    } catch (SQLException e) {
      throw new LaunchUnavailableException(
          "the database of the account links failed: "
              + e.getClass().getName()
              + ", SQLState "
              + e.getSQLState());
    }
  }

  private static <T> T settled(Connection connection, Work<T> work) throws SQLException {
    if (connection.getAutoCommit()) {
      return work.on(connection);
    }
    boolean committed = false;
    try {
      T result = work.on(connection);
      connection.commit();
      committed = true;
      return result;
    } finally {
      if (!committed) {
        rollBack(connection);
      }
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // the failure before it is the one to tell; who closes a connection ends its transaction
    }
  }
}
