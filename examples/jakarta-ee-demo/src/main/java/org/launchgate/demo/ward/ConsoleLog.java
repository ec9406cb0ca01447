package org.launchgate.demo.ward;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/** A console that shows what Launchgate decides, and of the server only what is wrong. */
final class ConsoleLog {
  private ConsoleLog() {}

  /** Takes the demo's settings, unless the JVM was given a logging configuration of its own. */
  static void configure() throws IOException {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream settings = ConsoleLog.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    }
  }
}
