package org.launchgate.servlet;

import jakarta.servlet.ServletContext;

/** Which server an application runs on, where what to do depends on it. */
enum ServerKind {
  /** And Payara, which is one. */
  GLASSFISH,
  JETTY,
  LIBERTY,
  /** And TomEE, which is one. */
  TOMCAT,
  /** And JBoss EAP, which is one. */
  WILDFLY,
  OTHER;

  /** By what the server says of itself. */
  static ServerKind of(ServletContext context) {
    String info = String.valueOf(context.getServerInfo());
    if (info.contains("GlassFish") || info.contains("Payara")) {
      return GLASSFISH;
    }
    if (info.startsWith("jetty/")) {
      return JETTY;
    }
    if (info.contains("Liberty")) {
      return LIBERTY;
    }
    if (info.startsWith("Apache Tomcat")) {
      return TOMCAT;
    }
    return info.startsWith("WildFly") || info.startsWith("JBoss EAP") ? WILDFLY : OTHER;
  }
}
