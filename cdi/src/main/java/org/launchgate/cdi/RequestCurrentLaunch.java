package org.launchgate.cdi;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;
import org.launchgate.servlet.LaunchAttributes;

/** Asks for the request of the moment, each time anew. */
final class RequestCurrentLaunch implements CurrentLaunch {
  private final RequestsOfThreads requests;
  private final HttpServletRequest request;

  /**
   * The launch of a request.
   *
   * @param requests those that the filter sees
   * @param request what the container injects: a stand-in for the request of the moment
   */
  RequestCurrentLaunch(RequestsOfThreads requests, HttpServletRequest request) {
    this.requests = requests;
    this.request = request;
  }

  @Override
  public boolean isPresent() {
    return context().isPresent();
  }

  @Override
  public Optional<LaunchContext> context() {
    return ask(LaunchAttributes::contextOf).flatMap(Function.identity());
  }

  @Override
  public Optional<LaunchPrincipal> principal() {
    return ask(LaunchAttributes::principalOf).flatMap(Function.identity());
  }

  @Override
  public Optional<String> window() {
    return ask(LaunchAttributes::windowOf).flatMap(Function.identity());
  }

  @Override
  public Map<String, Object> attributes() {
    return ask(LaunchAttributes::attributesOf).orElse(Map.of());
  }

  @Override
  public Map<String, LaunchContext> windows() {
    return ask(LaunchAttributes::windowsOf).orElse(Map.of());
  }

  private <T> Optional<T> ask(Function<ServletRequest, T> question) {
    ServletRequest current = requests.current();
    if (current != null) {
      return Optional.of(question.apply(current));
    }
    try {
      return Optional.of(question.apply(request));
    } catch (IllegalStateException e) {
      return Optional.empty(); // a request scope that is no servlet request's
    }
  }
}
