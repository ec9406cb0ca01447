package org.launchgate.example.handover;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchOrganization;
import org.launchgate.LaunchPatient;
import org.launchgate.servlet.HandlerDecision;
import org.launchgate.servlet.LaunchHandler;
import org.launchgate.servlet.LaunchHandling;

/**
 * Takes launches over into the tables of {@code schema.sql}: all of a launch in one transaction, or
 * nothing of it. Thread-safe where the data source is.
 */
public final class ClinicHandler implements LaunchHandler {
  private static final String JNDI_NAME = "java:comp/env/jdbc/clinic";

  /** Somebody else made the same row in the same moment: the second time it is there. */
  private static final int ATTEMPTS = 2;

  private final DataSource database;

  /**
   * For the init-param {@code launchHandler}: writes into the container's data source {@code
   * java:comp/env/jdbc/clinic}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public ClinicHandler() {
    this(fromContainer());
  }

  /** Writes into that database, which stays the caller's to close. */
  public ClinicHandler(DataSource database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  @SuppressWarnings("BanJNDI") // the name is fixed, and the container's own
  private static DataSource fromContainer() {
    try {
      return (DataSource) new InitialContext().lookup(JNDI_NAME);
    } catch (NamingException | ClassCastException e) {
      throw new IllegalArgumentException("there is no data source " + JNDI_NAME, e);
    }
  }

  /** What is thrown here is answered 503: the user tries again, and the log says what it was. */
  @Override
  public HandlerDecision handle(LaunchHandling launch) throws SQLException {
    Optional<LaunchOrganization> organisation = launch.context().organization();
    Optional<LaunchPatient> patient = launch.context().patient();
    if (organisation.isEmpty() || patient.flatMap(LaunchPatient::id).isEmpty()) {
      return HandlerDecision.proceed(); // the home page shows the list of one's own patients
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return inTransaction(launch, organisation.get(), patient.get());
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !isOfAConstraint(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isOfAConstraint(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith("23");
  }

  private HandlerDecision inTransaction(
      LaunchHandling launch, LaunchOrganization organisation, LaunchPatient patient)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        HandlerDecision decision =
            takeOver(new ClinicTables(connection), launch, organisation, patient);
        if (decision instanceof HandlerDecision.Proceed) {
          connection.commit();
        } else {
          connection.rollback();
        }
        return decision;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(before);
      }
    }
  }

  private static HandlerDecision takeOver(
      ClinicTables tables,
      LaunchHandling launch,
      LaunchOrganization organisation,
      LaunchPatient patient)
      throws SQLException {
    LaunchContext context = launch.context();
    long place = tables.organisation(context.partner(), organisation);
    Optional<ClinicTables.OnRecord> onRecord = tables.patient(place, patient);
    if (onRecord.isPresent() && differs(onRecord.get(), patient)) {
      return HandlerDecision.refuse(
          "second_identifier_differs",
          "The patient in your system and the one on record here have the same number, and do not"
              + " seem to be the same person. Nothing was opened.");
    }
    tables.clinician(launch.principal().getName(), context.user());
    long chart =
        onRecord.isPresent()
            ? tables.update(onRecord.get().id(), patient)
            : tables.insert(place, patient);
    return HandlerDecision.proceed().leadingTo("/charts/" + chart).with("chart", chart);
  }

  /** The second identifier: where both sides have one, they have to agree. */
  private static boolean differs(ClinicTables.OnRecord onRecord, LaunchPatient patient) {
    return differ(onRecord.birthDate(), patient.birthDate())
        || differ(onRecord.nationalId(), patient.nationalId());
  }

  private static <T> boolean differ(Optional<T> one, Optional<T> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }
}
