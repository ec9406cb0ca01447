package org.launchgate.servlet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How many patients a session shows, and what it asks of requests. */
enum WindowMode {
  /** One patient; another one's launch starts a new session. */
  SINGLE,
  /** The same, and a request that changes something has to name its window. */
  STRICT,
  /** A patient in each window. */
  MANY;

  static Optional<WindowMode> named(String text) {
    return Arrays.stream(values()).filter(mode -> mode.text().equals(text)).findAny();
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
