package org.launchgate.servlet;

import jakarta.servlet.ServletContext;

/** Which server an application runs on, where what to do depends on it. */
enum ServerKind {
<<<<<<< HEAD
  JETTY,
  LIBERTY,
  /** And TomEE, which is one. */
  TOMCAT,
  /** And JBoss EAP, which is one. */
  WILDFLY,
  OTHER;
=======
  GLASSFISH("GlassFish|Payara"),
  JETTY("jetty/"),
  LIBERTY("Liberty"),
  TOMCAT("Apache Tomcat"),
  WILDFLY("WildFly|JBoss EAP"),
  OTHER("");

  private final Pattern name;

  ServerKind(String name) {
    this.name = Pattern.compile(name);
  }
>>>>>>> 33d411f7fb5bdcadebf35168040262e8004dddb3

  /** By what the server says of itself. */
  static ServerKind of(ServletContext context) {
    String info = String.valueOf(context.getServerInfo());
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
