package org.launchgate.containertests;

/**
 * What a server does otherwise than the others. A test that meets one asserts it, and fails once
 * the server does as the others do.
 */
enum Difference {
  /**
   * WildFly, Preview too: Jakarta Security's caller has a name, "anonymous", where there is none.
   */
  NAMES_NOBODY,
  /**
   * Liberty: a public address is served by the application, too, after the module has answered,
   * since nobody has to be let in there (its issue 2837, by design). The client is sent the answer
   * alone. A filter in front stops it.
   */
  RUNS_WHAT_IS_ANSWERED,
  /**
   * Liberty: the module by which it asks an application's mechanism stays registered when the
   * application is undeployed. Another application under the same path needs a mechanism, too,
   * until the server is started again.
   */
  LEAVES_ITS_BRIDGE,
  /**
   * GlassFish 7 and WildFly on JDK 24 and later: {@code hasAccessToWebResource} is always false.
   * They ask the JDK's {@code Policy}, which JEP 486 has switched off. Constraints hold all the
   * same.
   */
  SEES_NO_ACCESS,
  /**
   * GlassFish 7 on JDK 24 and later: {@code isCallerInRole} of Jakarta Security is always false,
   * for that same reason. That of the servlet's request and of the EJB's context are right.
   */
  SEES_NO_ROLE;

  private static final int WITHOUT_POLICY = 24;

  /** Whether the server under test has it. */
  boolean isHere() {
    Server server = Server.underTest();
    boolean policy = Runtime.version().feature() < WITHOUT_POLICY;
    return switch (this) {
      case NAMES_NOBODY -> server == Server.WILDFLY || server == Server.WILDFLY_PREVIEW;
      case RUNS_WHAT_IS_ANSWERED, LEAVES_ITS_BRIDGE -> server == Server.LIBERTY;
      case SEES_NO_ACCESS -> !policy && (server == Server.GLASSFISH || server == Server.WILDFLY);
      case SEES_NO_ROLE -> !policy && server == Server.GLASSFISH;
    };
  }
}
