package org.launchgate.example.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.launchgate.spi.AllowedOrganization;

/** Reads the table {@code launch_partner}, and the two that belong to it. */
final class PartnerTable {
  private static final String ENABLED =
      """
      SELECT id, profile, issuer, audience, path_only, any_organization
      FROM launch_partner WHERE enabled = TRUE
      """;
  private static final String BY_PATH = ENABLED + " AND id = ?";
  private static final String BY_ISSUER = ENABLED + " AND path_only = FALSE AND issuer = ?";
  private static final String BY_KEY_ID =
      ENABLED
          + """
             AND path_only = FALSE AND issuer IS NULL
             AND id IN (SELECT partner_id FROM launch_key WHERE kid = ? AND enabled = TRUE)
            """;
  private static final String ORGANIZATIONS =
      "SELECT id_system, id_value FROM launch_partner_organization WHERE partner_id = ?";
  private static final String ROLES =
      "SELECT role_name FROM launch_partner_role WHERE partner_id = ?";

  private PartnerTable() {}

  /** Makes something of one row of an answer. */
  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static List<PartnerRow> byPath(Connection connection, String path) throws SQLException {
    return read(connection, BY_PATH, path, PartnerRow::of);
  }

  static List<PartnerRow> byIssuer(Connection connection, String issuer) throws SQLException {
    return read(connection, BY_ISSUER, issuer, PartnerRow::of);
  }

  /** Those without an issuer that have a key of that id. */
  static List<PartnerRow> byKeyId(Connection connection, String keyId) throws SQLException {
    return read(connection, BY_KEY_ID, keyId, PartnerRow::of);
  }

  static List<AllowedOrganization> organizations(Connection connection, String partnerId)
      throws SQLException {
    return read(
        connection,
        ORGANIZATIONS,
        partnerId,
        row -> new AllowedOrganization(row.getString("id_system"), row.getString("id_value")));
  }

  static List<String> roles(Connection connection, String partnerId) throws SQLException {
    return read(connection, ROLES, partnerId, row -> row.getString("role_name"));
  }

  private static <T> List<T> read(
      Connection connection, String sql, String value, RowReader<T> reader) throws SQLException {
    if (!LaunchDatabase.canHold(value)) {
      return List.of();
    }
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setQueryTimeout(KeyTable.QUERY_SECONDS);
      query.setString(1, value);
      try (ResultSet row = query.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (row.next()) {
          all.add(reader.read(row));
        }
        return all;
      }
    }
  }
}
