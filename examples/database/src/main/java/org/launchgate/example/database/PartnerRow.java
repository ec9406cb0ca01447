package org.launchgate.example.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One row of {@code launch_partner}; the columns are described in {@code schema.sql}. */
record PartnerRow(
    String id,
    String profile,
    @Nullable String issuer,
    @Nullable String audience,
    boolean pathOnly,
    boolean anyOrganization) {

  static PartnerRow of(ResultSet row) throws SQLException {
    return new PartnerRow(
        row.getString("id"),
        row.getString("profile"),
        row.getString("issuer"),
        row.getString("audience"),
        row.getBoolean("path_only"),
        row.getBoolean("any_organization"));
  }
}
