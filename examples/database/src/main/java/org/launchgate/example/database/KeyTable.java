package org.launchgate.example.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.partner.PartnerKeys;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.PartnerKey;

/** Reads the table {@code launch_key}. */
final class KeyTable {
  /** A request waits for an answer no longer than this. */
  static final int QUERY_SECONDS = 2;

  private static final String OF_PARTNER =
      """
      SELECT partner_id, kid, algorithm, pem, not_before, not_after
      FROM launch_key WHERE partner_id = ? AND enabled = TRUE
      """;
  private static final String OF_PARTNER_BY_ID = OF_PARTNER + " AND kid = ?";

  private KeyTable() {}

  /** The keys of that partner: those of that id, or all of them where no id is given. */
  static List<PartnerKey> read(Connection connection, String partnerId, Optional<String> keyId)
      throws SQLException {
    if (!keyId.map(LaunchDatabase::canHold).orElse(true)) {
      return List.of();
    }
    String sql = keyId.isPresent() ? OF_PARTNER_BY_ID : OF_PARTNER;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setQueryTimeout(QUERY_SECONDS);
      query.setString(1, partnerId);
      if (keyId.isPresent()) {
        query.setString(2, keyId.get());
      }
      List<PartnerKey> keys = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (isMeant(row, partnerId, keyId)) {
            keys.add(key(row, partnerId));
          }
        }
      }
      return keys;
    }
  }

  /** Compared once more: to many a database "A" is "a", and "a " too. */
  private static boolean isMeant(ResultSet row, String partnerId, Optional<String> keyId)
      throws SQLException {
    return partnerId.equals(row.getString("partner_id"))
        && (keyId.isEmpty() || keyId.get().equals(row.getString("kid")));
  }

  private static PartnerKey key(ResultSet row, String partnerId) throws SQLException {
    SigningAlgorithm algorithm =
        SigningAlgorithm.of(Objects.toString(row.getString("algorithm")))
            .orElseThrow(() -> unusable(partnerId, "has an unknown algorithm", null));
    return publicKey(row, partnerId, algorithm)
        .validBetween(instant(row, "not_before"), instant(row, "not_after"));
  }

  /** By the rules of the partners file: no private, short or odd key comes this way either. */
  private static PartnerKey publicKey(ResultSet row, String partnerId, SigningAlgorithm algorithm)
      throws SQLException {
    byte[] pem = Objects.toString(row.getString("pem")).getBytes(StandardCharsets.US_ASCII);
    try {
      return PartnerKeys.ofPem(row.getString("kid"), pem, Set.of(algorithm));
    } catch (IllegalArgumentException e) {
      throw unusable(partnerId, String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** No verdict, rather than "unknown key": the partner did nothing wrong. */
  private static LaunchUnavailableException unusable(
      String partnerId, String problem, @Nullable Exception cause) {
    String message = "launch_key: a key of partner " + partnerId + " " + problem;
    return cause == null
        ? new LaunchUnavailableException(message)
        : new LaunchUnavailableException(message, cause);
  }
}
