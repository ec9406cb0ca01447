package org.launchgate.example.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchUser;

/** Reads and fills the table {@code portal_account}. */
final class AccountTable {
  /** SQLState class 23: a constraint was violated. */
  private static final String CONSTRAINT = "23";

  private static final String FIND =
      """
      SELECT account, user_system, user_value, blocked FROM portal_account
      WHERE partner_id = ? AND user_system = ? AND user_value = ?
      """;
  private static final String ADD =
      """
      INSERT INTO portal_account
      (account, partner_id, user_system, user_value, given_name, family_name)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private AccountTable() {}

  /**
   * One account.
   *
   * @param name its name
   * @param blocked whether nobody may use it
   */
  record Row(String name, boolean blocked) {
    /** An account's name may be personal. */
    @Override
    public String toString() {
      return "Row";
    }
  }

  /** The account of the user who launches; empty when there is none. */
  static Optional<Row> find(Connection connection, LaunchContext launch) throws SQLException {
    Identifier user = launch.user().identifier();
    try (PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setQueryTimeout(KeyTable.QUERY_SECONDS);
      query.setString(1, launch.partner());
      query.setString(2, user.system());
      query.setString(3, user.value());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          // Once more in Java: to many a database "A" is "a".
          if (user.equals(new Identifier(row.getString(2), row.getString(3)))) {
            return Optional.of(new Row(row.getString(1), row.getBoolean(4)));
          }
        }
        return Optional.empty();
      }
    }
  }

  /** Adds an account; does nothing where another launch of this user was faster. */
  static void add(Connection connection, LaunchContext launch, String name) throws SQLException {
    LaunchUser user = launch.user();
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setQueryTimeout(KeyTable.QUERY_SECONDS);
      insert.setString(1, name);
      insert.setString(2, launch.partner());
      insert.setString(3, user.identifier().system());
      insert.setString(4, user.identifier().value());
      insert.setString(5, user.givenName().orElse(null));
      insert.setString(6, user.familyName().orElse(null));
      insert.executeUpdate();
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith(CONSTRAINT)) {
        throw e;
      }
    }
  }
}
