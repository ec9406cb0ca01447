package org.launchgate.servlet;

import jakarta.servlet.ServletContext;

/** Which server an application runs on, where what to do depends on it. */
enum ServerKind {
  JETTY("jetty/"),
  LIBERTY("Liberty"),
  TOMCAT("Apache Tomcat"),
  WILDFLY("WildFly", "JBoss EAP"),
  OTHER;

  private final String[] names;

  ServerKind(String... names) {
    this.names = names;
  }

  /** By what the server says of itself. */
  static ServerKind of(ServletContext context) {
    String info = String.valueOf(context.getServerInfo());
    for (ServerKind kind : values()) {
      for (String name : kind.names) {
        if (info.contains(name)) {
          return kind;
        }
      }
    }
    return OTHER;
  }
}
