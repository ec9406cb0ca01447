package org.launchgate.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.Identifier;

/** The statements over {@code launchgate_account_link}. What a row holds is compared by Java. */
final class LinkTable {
  /** Who launches waits for it, and holds a thread of the server meanwhile. */
  private static final int STATEMENT_SECONDS = 5;

  /** SQLState class 23: a constraint was violated. */
  private static final String CONSTRAINT = "23";

  private static final String SELECT =
      """
      SELECT partner_id, user_system, user_value, account, linked_at
      FROM launchgate_account_link
      """;
  private static final String OF_IDENTITY =
      SELECT + " WHERE partner_id = ? AND user_system = ? AND user_value = ?";
  private static final String OF_ACCOUNT =
      SELECT + " WHERE account = ? ORDER BY partner_id, user_system, user_value";
  private static final String IN_ORDER = " ORDER BY user_system, user_value";
  private static final String OF_PARTNER = SELECT + " WHERE partner_id = ?" + IN_ORDER;
  private static final String OF_PARTNER_AFTER =
      SELECT
          + """
             WHERE partner_id = ?
             AND (user_system > ? OR (user_system = ? AND user_value > ?))
            """
          + IN_ORDER;
  private static final String INSERT =
      """
      INSERT INTO launchgate_account_link
      (partner_id, user_system, user_value, account, linked_at) VALUES (?, ?, ?, ?, ?)
      """;
  private static final String DELETE =
      """
      DELETE FROM launchgate_account_link
      WHERE partner_id = ? AND user_system = ? AND user_value = ? AND account = ?
      """;

  private LinkTable() {}

  static Optional<AccountLink> ofIdentity(Connection connection, String partner, Identifier user)
      throws SQLException {
    return read(connection, OF_IDENTITY, 0, partner, user.system(), user.value()).stream()
        .filter(link -> link.isOf(partner, user))
        .findFirst();
  }

  static List<AccountLink> ofAccount(Connection connection, String account) throws SQLException {
    return read(connection, OF_ACCOUNT, 0, account).stream()
        .filter(link -> link.account().equals(account))
        .toList();
  }

  /** At most so many, beginning behind that user; null for the first ones. */
  static List<AccountLink> ofPartner(
      Connection connection, String partner, @Nullable Identifier after, int most)
      throws SQLException {
    List<AccountLink> links =
        after == null
            ? read(connection, OF_PARTNER, most, partner)
            : read(
                connection,
                OF_PARTNER_AFTER,
                most,
                partner,
                after.system(),
                after.system(),
                after.value());
    return links.stream().filter(link -> link.partner().equals(partner)).toList();
  }

  private static List<AccountLink> read(
      Connection connection, String sql, int most, Object... values) throws SQLException {
    try (PreparedStatement query = prepared(connection, sql, values)) {
      query.setMaxRows(most);
      try (ResultSet row = query.executeQuery()) {
        List<AccountLink> links = new ArrayList<>();
        while (row.next()) {
          links.add(link(row));
        }
        return links;
      }
    }
  }

  private static AccountLink link(ResultSet row) throws SQLException {
    return new AccountLink(
        row.getString("partner_id"),
        new Identifier(row.getString("user_system"), row.getString("user_value")),
        row.getString("account"),
        row.getObject("linked_at", OffsetDateTime.class).toInstant());
  }

  /** False when the database has a link of this identity already; the transaction is over then. */
  static boolean insert(Connection connection, AccountLink link) throws SQLException {
    try (PreparedStatement insert =
        prepared(
            connection,
            INSERT,
            link.partner(),
            link.user().system(),
            link.user().value(),
            link.account(),
            link.linkedAt().atOffset(ZoneOffset.UTC))) {
      insert.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (!isConstraint(e)) {
        throw e;
      }
      if (!connection.getAutoCommit()) {
        connection.rollback(); // or PostgreSQL would do nothing more on it
      }
      return false;
    }
  }

  private static boolean isConstraint(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT);
  }

  /** Whether there was such a link, of this identity with this account. */
  static boolean delete(Connection connection, AccountLink link) throws SQLException {
    try (PreparedStatement delete =
        prepared(
            connection,
            DELETE,
            link.partner(),
            link.user().system(),
            link.user().value(),
            link.account())) {
      return delete.executeUpdate() > 0;
    }
  }

  static void create(Connection connection, List<String> statements) throws SQLException {
    try (Statement create = connection.createStatement()) {
      create.setQueryTimeout(STATEMENT_SECONDS);
      for (String statement : statements) {
        create.execute(statement);
      }
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      statement.setQueryTimeout(STATEMENT_SECONDS);
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }
}
