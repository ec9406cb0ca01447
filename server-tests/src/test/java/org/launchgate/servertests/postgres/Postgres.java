package org.launchgate.servertests.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL: the one that {@code LAUNCHGATE_POSTGRES} names, else one that is unpacked from
 * Maven Central's and started for these tests, once for all. Where neither can be had, the tests
 * are skipped and say so, unless {@code LAUNCHGATE_REQUIRE_POSTGRES} is {@code true}.
 */
final class Postgres {
  private static final String ADDRESS = "LAUNCHGATE_POSTGRES";
  private static final String REQUIRE = "LAUNCHGATE_REQUIRE_POSTGRES";

  /** PostgreSQL refuses to run as root, which unshare then makes nobody of. */
  private static final String REMEDY =
      "no PostgreSQL could be started: it needs Linux on amd64 and, for root, the program unshare"
          + " (apt-get install util-linux) and user namespaces; or name a database of its own for"
          + " these tests by "
          + ADDRESS
          + "=jdbc:postgresql://host/database?user=name&password=word";

  private Postgres() {}

  /** Started with the first use; it ends with this JVM. */
  private static final class Started {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(new File(System.getProperty("work"), "postgres"))
            .start();
      } catch (IOException | RuntimeException e) {
        throw new IllegalStateException(REMEDY, e);
      }
    }
  }

  /** The database of these tests; each begins by clearing it. */
  static DataSource database() {
    String address = System.getProperty(ADDRESS, System.getenv(ADDRESS));
    if (address != null) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(address);
      return source;
    }
    try {
      return Started.SERVER.getPostgresDatabase();
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      if (isRequired()) {
        throw new IllegalStateException(REMEDY, e);
      }
      System.out.println("SKIPPED tests on PostgreSQL: " + REMEDY);
      return Assumptions.abort(REMEDY);
    }
  }

  private static boolean isRequired() {
    return Boolean.parseBoolean(System.getProperty(REQUIRE, System.getenv(REQUIRE)));
  }
}
