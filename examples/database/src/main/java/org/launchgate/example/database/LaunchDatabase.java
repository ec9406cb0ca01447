package org.launchgate.example.database;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Where the database is found when the container names it, and what it cannot hold. */
final class LaunchDatabase {
  private static final String JNDI_NAME = "java:comp/env/jdbc/launchgate";

  private LaunchDatabase() {}

  /**
   * The data source that the container keeps for the application.
   *
   * @throws IllegalArgumentException when it keeps none under that name
   */
  @SuppressWarnings("BanJNDI") // the name is fixed, and the container's own
  static DataSource fromContainer() {
    try {
      Object found = new InitialContext().lookup(JNDI_NAME);
      if (found instanceof DataSource dataSource) {
        return dataSource;
      }
      throw new IllegalArgumentException(JNDI_NAME + " is no javax.sql.DataSource");
    } catch (NamingException e) {
      throw new IllegalArgumentException("there is no data source " + JNDI_NAME, e);
    }
  }

  /** Whether a text can stand in a row: PostgreSQL fails where it is asked for a NUL. */
  static boolean canHold(String text) {
    return text.indexOf('\0') < 0;
  }
}
