package org.launchgate.example.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.launchgate.TestPartner;

/** An H2 database of one test, in memory, with the tables of {@code schema.sql}. */
final class Database implements AutoCloseable {
  private final String address = "jdbc:h2:mem:" + UUID.randomUUID();
  private final String settings;
  private Connection keptOpen;

  Database() {
    this("");
  }

  /** One that takes "A" for "a", as MySQL and SQL Server do unless they are told otherwise. */
  static Database ignoringCase() {
    return new Database(";IGNORECASE=TRUE");
  }

  private Database(String settings) {
    this.settings = settings;
    start();
  }

  /** Starts it empty. */
  void start() {
    try {
      keptOpen = source(address + settings).getConnection();
      execute(schema());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address for the application, which never makes the database itself. */
  String url() {
    return address + ";IFEXISTS=TRUE";
  }

  DataSource dataSource() {
    return source(url());
  }

  private static DataSource source(String url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    return source;
  }

  /** Adds a key for one algorithm, such as {@code RS256}. */
  void insertKey(String partnerId, @Nullable String keyId, String algorithm, Key key) {
    insertKey(partnerId, keyId, algorithm, TestPartner.pem("PUBLIC KEY", key.getEncoded()));
  }

  void insertKey(String partnerId, @Nullable String keyId, String algorithm, String pem) {
    execute(
        "INSERT INTO launch_key (partner_id, kid, algorithm, pem) VALUES (?, ?, ?, ?)",
        partnerId,
        keyId,
        algorithm,
        pem);
  }

  /** Adds a partner whose users may work for every organisation. */
  void insertPartner(String id, String profile, @Nullable String issuer) {
    execute(
        "INSERT INTO launch_partner (id, profile, issuer, any_organization) VALUES (?, ?, ?, TRUE)",
        id,
        profile,
        issuer);
  }

  void execute(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = keptOpen.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String schema() {
    try (InputStream in = Database.class.getResourceAsStream("schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it with everything in it. */
  void shutDown() {
    execute("SHUTDOWN");
  }

  @Override
  public void close() {
    try {
      keptOpen.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
