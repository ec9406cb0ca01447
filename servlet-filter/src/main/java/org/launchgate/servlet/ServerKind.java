package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Which server an application runs on, where what to do depends on it. */
enum ServerKind {
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

  /** By what the server says of itself. */
  static ServerKind of(ServletContext context) {
    String info = String.valueOf(context.getServerInfo());
    return Arrays.stream(values())
        .filter(kind -> kind.name.matcher(info).find())
        .findFirst()
        .orElse(OTHER);
  }
}
