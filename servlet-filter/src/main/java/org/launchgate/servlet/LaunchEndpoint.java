package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers every request on the launch path. Only GET and POST are launches; nothing else, and no
 * prefetch, uses a token or a ticket up.
 */
final class LaunchEndpoint {
  private static final List<String> PURPOSES =
      List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
  private static final String ALLOWED = "GET, POST, OPTIONS";

  private final LaunchPath launchPath;
  private final LaunchReception reception;
  private final Optional<AccountLinking> linking;
  private final LaunchAnswer answers;
  private final RefusalAnswer refusals;
  private final References references;
  private final AuditTrail audit;
  private final LaunchLog log;
  private final ScriptAccess scripts;

  LaunchEndpoint(
      LaunchPath launchPath,
      LaunchReception reception,
      Optional<AccountLinking> linking,
      LaunchAnswer answers,
      RefusalAnswer refusals,
      References references,
      AuditTrail audit,
      LaunchLog log,
      ScriptAccess scripts) {
    this.launchPath = launchPath;
    this.reception = reception;
    this.linking = linking;
    this.answers = answers;
    this.refusals = refusals;
    this.references = references;
    this.audit = audit;
    this.log = log;
    this.scripts = scripts;
  }

  void answer(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    HttpAnswer.guard(response);
    switch (request.getMethod()) {
      case "GET", "POST" -> answerLaunch(request, response, path);
      case "OPTIONS" -> {
        response.setHeader("Allow", ALLOWED);
        if (ScriptAccess.isPreflight(request)) {
          scripts.preflight(request, response, partner(path));
        }
        HttpAnswer.empty(response, HttpServletResponse.SC_NO_CONTENT);
      }
      default -> HttpAnswer.notAllowed(response, ALLOWED);
    }
  }

  /** The partner of the path; where it should name one and does not, an id that none has. */
  private Optional<String> partner(String path) {
    return launchPath.isShared(path)
        ? Optional.empty()
        : Optional.of(launchPath.partner(path).orElse(""));
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
      Visit visit = new Visit(reference, request.getRemoteAddr(), launchPath.partner(path), null);
      Received received = receive(request, path, visit);
      audit.note(places, received.decision(), received.visit());
      answers.send(request, response, received);
    }
  }

  private Received receive(HttpServletRequest request, String path, Visit visit) {
    if (linking.isEmpty() || !launchPath.isShared(path) || !AccountLinking.isAsked(request)) {
      return reception.receive(request, path, visit);
    }
    try {
      return linking.get().answer(request, visit);
    } catch (Exception e) {
      return new Received(new LaunchDecision.Unavailable(e), visit);
    }
  }

  static boolean isPrefetch(HttpServletRequest request) {
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
