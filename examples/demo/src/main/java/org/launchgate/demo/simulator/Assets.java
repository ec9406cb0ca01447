package org.launchgate.demo.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The files that pages refer to. Only those named here are served. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "simulator.css", "text/css; charset=utf-8",
          "continue.js", "text/javascript; charset=utf-8",
          "simulator.svg", "image/svg+xml");

  private Assets() {}

  static Optional<Answer> named(String name) throws IOException {
    String type = TYPES.get(name);
    return type == null ? Optional.empty() : Optional.of(Answer.asset(type, content(name)));
  }

  private static String content(String name) throws IOException {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("resource is missing: " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
