package org.launchgate.containertests;

import java.util.Locale;
import java.util.Set;

/** The server under test, and what it does otherwise than the others. */
enum Server {
  TOMCAT,
  GLASSFISH,
  WILDFLY(Difference.NAMES_NOBODY),
  LIBERTY(Difference.RUNS_WHAT_IS_ANSWERED);

  /** A test that meets one of these asserts it, and fails once the server does as the others do. */
  enum Difference {
    /** Jakarta Security's caller has a name, "anonymous", where there is none. */
    NAMES_NOBODY,
    /**
     * A public address is served by the application, too, after the module has answered: to Liberty
     * nobody has to be let in there (its issue 2837, by design). The client is sent the answer
     * alone. A filter in front stops it.
     */
    RUNS_WHAT_IS_ANSWERED
  }

  private final Set<Difference> differences;

  Server(Difference... differences) {
    this.differences = Set.of(differences);
  }

  static Server underTest() {
    return valueOf(System.getProperty("arquillian.launch").toUpperCase(Locale.ROOT));
  }

  boolean has(Difference difference) {
    return differences.contains(difference);
  }
}
