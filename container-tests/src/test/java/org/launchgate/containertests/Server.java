package org.launchgate.containertests;

import java.util.Locale;

/** The servers that the tests run on, one at a time. */
enum Server {
  TOMCAT,
  GLASSFISH,
  WILDFLY,
  WILDFLY_PREVIEW,
  LIBERTY;

  static Server underTest() {
    return valueOf(
        System.getProperty("arquillian.launch").replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
