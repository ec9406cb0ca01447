package org.launchgate.demo.simulator;

import java.net.URI;
import java.util.Map;

/**
 * What the simulator answers to a request.
 *
 * @param status the HTTP status
 * @param headers those that belong to this answer only
 * @param body text, empty where there is none
 */
record Answer(int status, Map<String, String> headers, String body) {
  private static final String TYPE = "Content-Type";

  static Answer page(Html html) {
    return page(200, html);
  }

  static Answer page(int status, Html html) {
    return new Answer(status, Map.of(TYPE, "text/html; charset=utf-8"), html.toString());
  }

  /** Sends the browser on, always by GET. */
  static Answer seeOther(URI target) {
    return new Answer(303, Map.of("Location", target.toString()), "");
  }

  static Answer asset(String type, String content) {
    return new Answer(200, Map.of(TYPE, type), content);
  }

  static Answer methodNotAllowed(String allowed) {
    return new Answer(405, Map.of("Allow", allowed), "");
  }
}
