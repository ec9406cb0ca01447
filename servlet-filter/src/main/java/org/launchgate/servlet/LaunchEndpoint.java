package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Answers every request on the launch path. Only GET and POST are launches; nothing else, and no
 * prefetch, uses a token up.
 */
final class LaunchEndpoint {
  private static final List<String> PURPOSES =
      List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
  private static final String ALLOWED = "GET, POST, OPTIONS";

  private final LaunchPath launchPath;
  private final LaunchReception reception;
  private final TargetUrl target;
  private final RefusalAnswer refusals;
  private final References references;
  private final AuditTrail audit;
  private final LaunchLog log;

  LaunchEndpoint(
      LaunchPath launchPath,
      LaunchReception reception,
      TargetUrl target,
      RefusalAnswer refusals,
      References references,
      AuditTrail audit,
      LaunchLog log) {
    this.launchPath = launchPath;
    this.reception = reception;
    this.target = target;
    this.refusals = refusals;
    this.references = references;
    this.audit = audit;
    this.log = log;
  }

  void answer(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    HttpAnswer.guard(response);
    switch (request.getMethod()) {
      case "GET", "POST" -> answerLaunch(request, response, path);
      case "OPTIONS" -> {
        response.setHeader("Allow", ALLOWED);
        HttpAnswer.empty(response, HttpServletResponse.SC_NO_CONTENT);
      }
      default -> HttpAnswer.notAllowed(response, ALLOWED);
    }
  }

  private void answerLaunch(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    if (isPrefetch(request)) {
      HttpAnswer.empty(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    String reference = references.next();
    try (ListenerQueue.Places places = audit.forLaunch().orElse(null)) {
      if (places == null) {
        log.turnedAway(reference, request.getRemoteAddr());
        refusals.send(request, response, RefusalResponse.unavailable(), reference);
        return;
      }
      Received received = reception.receive(request, path);
      audit.note(places, received.decision(), visit(request, path, reference, received));
      answer(request, response, path, reference, received.decision());
    }
  }

  private Visit visit(
      HttpServletRequest request, String path, String reference, Received received) {
    return new Visit(
        reference, request.getRemoteAddr(), launchPath.partner(path), received.verification());
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      String path,
      String reference,
      LaunchDecision decision)
      throws IOException {
    if (decision instanceof LaunchDecision.Enter enter) {
      log.accepted(reference, enter.context());
      seeTarget(response);
    } else if (decision instanceof LaunchDecision.EnterAgain again) {
      log.repeated(reference, again.context());
      seeTarget(response);
    } else if (decision instanceof LaunchDecision.Refuse refuse) {
      log.refused(reference, refuse.refusal(), launchPath.partner(path), request.getRemoteAddr());
      RefusalResponse refusal = RefusalResponse.of(refuse.refusal().reason());
      refusals.send(request, response, refusal, reference);
    } else if (decision instanceof LaunchDecision.LaunchAgain again) {
      log.launchAgain(reference, again.cause(), request.getRemoteAddr());
      refusals.send(request, response, RefusalResponse.launchAgain(), reference);
    } else if (decision instanceof LaunchDecision.Unavailable unavailable) {
      log.unavailable(reference, unavailable.failure(), request.getRemoteAddr());
      refusals.send(request, response, RefusalResponse.unavailable(), reference);
    }
  }

  /** The header set by hand: sendRedirect might add a session id, or answer 302. */
  private void seeTarget(HttpServletResponse response) {
    response.setHeader("Location", target.location());
    HttpAnswer.empty(response, HttpServletResponse.SC_SEE_OTHER);
  }

  private static boolean isPrefetch(HttpServletRequest request) {
    return PURPOSES.stream()
        .flatMap(name -> Collections.list(request.getHeaders(name)).stream())
        .anyMatch(LaunchEndpoint::isPrefetch);
  }

  // A structured field, such as "prefetch;prerender".
  private static boolean isPrefetch(String purpose) {
    String first = purpose.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
    return first.equals("prefetch") || first.equals("preview");
  }
}
