package org.launchgate.example.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.PartnerHints;
import org.launchgate.spi.PartnerKey;

/**
 * Finds partners, their policy and the keys for the launch at hand in the tables of {@code
 * schema.sql}. It needs no key resolver beside it, and gets along with one: that one's keys count
 * then.
 *
 * <p>Each launch costs three or four queries by an index on one connection, and nothing is kept:
 * what is inserted, disabled or deleted counts from the next launch on. Thread-safe where the data
 * source is.
 */
public final class JdbcPartnerDirectory implements PartnerDirectory {
  private final DataSource database;
  private final Map<String, LaunchProfile> profiles =
      Profiles.builtInNames().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(), name -> Profiles.builtIn(name).orElseThrow()));

  /**
   * For the init-param {@code partnerDirectory} and the ServiceLoader: reads the container's data
   * source {@code java:comp/env/jdbc/launchgate}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public JdbcPartnerDirectory() {
    this(LaunchDatabase.fromContainer());
  }

  /** Reads that database, which stays the caller's to close. */
  public JdbcPartnerDirectory(DataSource database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  @Override
  public Optional<Partner> find(PartnerHints hints) {
    try (Connection connection = database.getConnection()) {
      List<Partner> found = new ArrayList<>();
      for (PartnerRow row : rows(connection, hints)) {
        List<PartnerKey> keys = KeyTable.read(connection, row.id(), hints.keyId());
        if (isMeant(row, keys, hints)) {
          found.add(partner(connection, row, keys));
        }
      }
      return single(found);
    } catch (SQLException e) {
      throw new LaunchUnavailableException("the database of the partners did not answer", e);
    }
  }

  /** The first hint that is there decides; where it leads nowhere, no other one is asked. */
  private static List<PartnerRow> rows(Connection connection, PartnerHints hints)
      throws SQLException {
    if (hints.path().isPresent()) {
      return PartnerTable.byPath(connection, hints.path().get());
    }
    if (hints.issuer().isPresent()) {
      return PartnerTable.byIssuer(connection, hints.issuer().get());
    }
    return hints.keyId().isPresent()
        ? PartnerTable.byKeyId(connection, hints.keyId().get())
        : List.of();
  }

  /** Compared once more: to many a database "A" is "a", and "a " too. */
  private static boolean isMeant(PartnerRow row, List<PartnerKey> keys, PartnerHints hints) {
    if (hints.path().isPresent()) {
      return hints.path().get().equals(row.id());
    }
    if (hints.issuer().isPresent()) {
      return hints.issuer().get().equals(row.issuer());
    }
    return !keys.isEmpty();
  }

  private Partner partner(Connection connection, PartnerRow row, List<PartnerKey> keys)
      throws SQLException {
    try {
      Partner.Builder partner =
          Partner.builder(row.id(), profile(row))
              .pathOnly(row.pathOnly())
              .roles(PartnerTable.roles(connection, row.id()))
              .keys(keys);
      if (row.issuer() != null) {
        partner.issuer(row.issuer());
      }
      if (row.audience() != null) {
        partner.audience(row.audience());
      }
      if (!row.anyOrganization()) {
        partner.allowedOrganizations(PartnerTable.organizations(connection, row.id()));
      }
      return partner.build();
    } catch (IllegalArgumentException e) {
      // No verdict, rather than "unknown partner": it did nothing wrong.
      throw new LaunchUnavailableException(
          "launch_partner: partner " + row.id() + ": " + e.getMessage(), e);
    }
  }

  private LaunchProfile profile(PartnerRow row) {
    LaunchProfile profile = profiles.get(row.profile());
    if (profile == null) {
      throw new IllegalArgumentException(
          "\"profile\" must be one of " + String.join(", ", Profiles.builtInNames()));
    }
    return profile;
  }

  /** Of the ways to a partner, only a key id can lead to two: no constraint forbids it. */
  private static Optional<Partner> single(List<Partner> found) {
    if (found.size() > 1) {
      throw new LaunchUnavailableException(
          "launch_key: partners "
              + found.stream().map(Partner::id).sorted().toList()
              + " have no issuer and a key with the same kid, so their launches cannot be told"
              + " apart");
    }
    return found.stream().findFirst();
  }
}
