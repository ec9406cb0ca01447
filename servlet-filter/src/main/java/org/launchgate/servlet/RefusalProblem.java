package org.launchgate.servlet;

/** What a program is told that does not get in; in English, in whatever language its user reads. */
final class RefusalProblem {
  private RefusalProblem() {}

  /** As problem details (RFC 9457). */
  static String json(RefusalResponse response, String reference) {
    return "{\"type\":\"about:blank\",\"title\":\""
        + response.title()
        + "\",\"status\":"
        + response.status()
        + ",\"reference\":\""
        + reference
        + "\"}";
  }
}
