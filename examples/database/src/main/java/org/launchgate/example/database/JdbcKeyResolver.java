package org.launchgate.example.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/**
 * Gives partners' keys from the table {@code launch_key}, whoever knows the partners: the partners
 * file, with their policy, or a directory.
 *
 * <p>Each launch costs one query by an index, also one whose key does not exist, and nothing is
 * kept: what is inserted, disabled or deleted counts from the next launch on. Thread-safe where the
 * data source is.
 */
public final class JdbcKeyResolver implements KeyResolver {
  private final DataSource database;

  /**
   * For the init-param {@code keyResolver} and the ServiceLoader: reads the container's data source
   * {@code java:comp/env/jdbc/launchgate}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public JdbcKeyResolver() {
    this(LaunchDatabase.fromContainer());
  }

  /** Reads that database, which stays the caller's to close. */
  public JdbcKeyResolver(DataSource database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  @Override
  public List<PartnerKey> resolve(
      Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
    try (Connection connection = database.getConnection()) {
      return KeyTable.read(connection, partner.id(), keyId);
    } catch (SQLException e) {
      throw new LaunchUnavailableException("the database of the partners' keys did not answer", e);
    }
  }
}
