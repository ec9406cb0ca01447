package org.launchgate.example.handover;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchOrganization;
import org.launchgate.LaunchPatient;
import org.launchgate.LaunchUser;

/** The application's own tables, on one connection. Every value is a parameter, never SQL. */
final class ClinicTables {
  private final Connection connection;

  ClinicTables(Connection connection) {
    this.connection = connection;
  }

  /**
   * What the application knows of a patient.
   *
   * @param id the number of the chart
   */
  record OnRecord(long id, Optional<LocalDate> birthDate, Optional<String> nationalId) {
    @Override
    public String toString() {
      return "OnRecord[" + id + "]";
    }
  }

  /** Finds or creates an organisation; its name is the partner's newest. */
  long organisation(String partner, LaunchOrganization organisation) throws SQLException {
    String system = organisation.identifier().system();
    String code = organisation.identifier().value();
    @Nullable String name = organisation.name().orElse(null);
    Optional<Long> known =
        id(
            "SELECT id FROM organisation WHERE partner = ? AND system = ? AND code = ?",
            partner,
            system,
            code);
    if (known.isEmpty()) {
      return insert(
          "INSERT INTO organisation (partner, system, code, name) VALUES (?, ?, ?, ?)",
          partner,
          system,
          code,
          name);
    }
    execute(
        "UPDATE organisation SET name = COALESCE(CAST(? AS VARCHAR(255)), name) WHERE id = ?",
        name,
        known.get());
    return known.get();
  }

  /** Creates a clinician, or brings them up to date. */
  void clinician(String account, LaunchUser user) throws SQLException {
    @Nullable String given = user.givenName().orElse(null);
    @Nullable String family = user.familyName().orElse(null);
    @Nullable String email = user.email().orElse(null);
    int changed =
        execute(
            "UPDATE clinician SET given_name = ?, family_name = ?, email = ? WHERE account = ?",
            given,
            family,
            email,
            account);
    if (changed == 0) {
      insert(
          "INSERT INTO clinician (given_name, family_name, email, account) VALUES (?, ?, ?, ?)",
          given,
          family,
          email,
          account);
    }
  }

  /** A patient on record. */
  Optional<OnRecord> patient(long organisation, LaunchPatient patient) throws SQLException {
    try (PreparedStatement query =
            prepared(
                "SELECT id, birth_date, national_id FROM patient"
                    + " WHERE organisation_id = ? AND code = ?",
                organisation,
                patient.id().orElseThrow());
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? Optional.of(
              new OnRecord(
                  row.getLong(1),
                  Optional.ofNullable(row.getDate(2)).map(Date::toLocalDate),
                  Optional.ofNullable(row.getString(3))))
          : Optional.empty();
    }
  }

  /** Takes a new patient in, under a chart of its own. */
  long insert(long organisation, LaunchPatient patient) throws SQLException {
    return insert(
        "INSERT INTO patient (organisation_id, code, national_id, birth_date, given_name,"
            + " family_name) VALUES (?, ?, ?, ?, ?, ?)",
        organisation,
        patient.id().orElseThrow(),
        patient.nationalId().orElse(null),
        patient.birthDate().map(Date::valueOf).orElse(null),
        patient.givenName().orElse(null),
        patient.familyName().orElse(null));
  }

  /** Brings a patient up to date; what the launch does not say stays as it is. */
  long update(long chart, LaunchPatient patient) throws SQLException {
    execute(
        "UPDATE patient SET national_id = COALESCE(CAST(? AS VARCHAR(255)), national_id),"
            + " birth_date = COALESCE(CAST(? AS DATE), birth_date),"
            + " given_name = COALESCE(CAST(? AS VARCHAR(255)), given_name),"
            + " family_name = COALESCE(CAST(? AS VARCHAR(255)), family_name) WHERE id = ?",
        patient.nationalId().orElse(null),
        patient.birthDate().map(Date::valueOf).orElse(null),
        patient.givenName().orElse(null),
        patient.familyName().orElse(null),
        chart);
    return chart;
  }

  private Optional<Long> id(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement query = prepared(sql, values);
        ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
    }
  }

  private long insert(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      set(insert, values);
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong("id");
      }
    }
  }

  private int execute(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement update = prepared(sql, values)) {
      return update.executeUpdate();
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      set(statement, values);
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
