package org.launchgate.servertests.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build left the files that the tests start, and where tests may leave theirs. */
public final class Built {
  private Built() {}

  /** The portal, as any server gets it. */
  public static Path portalWar() {
    return existing("portal.war");
  }

  /** An unpacked Tomcat, which stays as it is. */
  static Path tomcatHome() {
    return existing("tomcat.home");
  }

  /** An unpacked Jetty, which stays as it is. */
  static Path jettyHome() {
    return existing("jetty.home");
  }

  /** The runnable jar. */
  static Path demoJar() {
    return existing("demo.jar");
  }

  /** The runnable jar of the Jakarta EE example, beside which its server lies. */
  static Path jakartaEeJar() {
    return existing("jakarta-ee.jar");
  }

  /** The runnable jar that forges launches. */
  static Path attackJar() {
    return existing("attack.jar");
  }

  /** The pictures that the README shows. */
  public static Path images() {
    return path("images");
  }

  /** This module's {@code target}. */
  public static Path work() {
    return path("work");
  }

  private static Path existing(String property) {
    Path path = path(property);
    if (Files.notExists(path)) {
      throw new IllegalStateException(
          property + " is " + path + ", which is not there: build the whole reactor first");
    }
    return path;
  }

  private static Path path(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException(
          "the system property " + property + " is not set: these tests run by mvn verify");
    }
    return Path.of(value);
  }
}
