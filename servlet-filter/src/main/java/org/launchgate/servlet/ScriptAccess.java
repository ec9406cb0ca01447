package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.launchgate.spi.Partner;

/**
 * Which scripts of other origins may launch and read the answer (Fetch standard, CORS protocol).
 * Never with cookies: the ticket in the answer is all that they get.
 */
final class ScriptAccess {
  private static final String ORIGIN = "Access-Control-Allow-Origin";
  private static final int PREFLIGHT_SECONDS = 600;

  private final KnownPartners partners;

  ScriptAccess(KnownPartners partners) {
    this.partners = partners;
  }

  /** Whether a browser asks before a script of its posts. */
  static boolean isPreflight(HttpServletRequest request) {
    return request.getHeader("Origin") != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  /**
   * Answers that question: which partner it will be, is not known yet.
   *
   * @param partner the partner of the path; empty on the common one
   */
  void preflight(
      HttpServletRequest request, HttpServletResponse response, Optional<String> partner) {
    response.addHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    if (origin != null && partners.origins(partner).contains(origin)) {
      response.setHeader(ORIGIN, origin);
      response.setHeader("Access-Control-Allow-Methods", "POST");
      response.setHeader("Access-Control-Allow-Headers", "content-type, accept");
      response.setIntHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    }
  }

  /** The origins that may frame a question about a launch of that partner. */
  Set<String> framing(String partner) {
    return partners.find(partner).map(Partner::launchOrigins).orElse(Set.of());
  }

  /** Lets the script read the answer, if the partner that is verified has its origin. */
  void open(HttpServletRequest request, HttpServletResponse response, Optional<String> verified) {
    response.addHeader("Vary", "Origin");
    Optional<String> origin = ScriptLaunch.origin(request);
    if (origin.isPresent()
        && verified.filter(partner -> partners.mayScript(partner, origin.get())).isPresent()) {
      response.setHeader(ORIGIN, origin.get());
    }
  }
}
