package org.launchgate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Sends each request where it belongs: launch, log-out, log-in required, or the application. */
final class LaunchGate implements AutoCloseable {
  private final LaunchPath launchPath;
  private final LaunchEndpoint launches;
  private final Optional<String> logoutPath;
  private final LogoutEndpoint logouts;
  private final LoginGuard guard;
  private final LaunchBinder binder;
  private final ExtensionLookup extensions;

  LaunchGate(
      LaunchPath launchPath,
      LaunchEndpoint launches,
      Optional<String> logoutPath,
      LogoutEndpoint logouts,
      LoginGuard guard,
      LaunchBinder binder,
      ExtensionLookup extensions) {
    this.launchPath = launchPath;
    this.launches = launches;
    this.logoutPath = logoutPath;
    this.logouts = logouts;
    this.guard = guard;
    this.binder = binder;
    this.extensions = extensions;
  }

  void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      passFromClient(request, response, chain);
    } else {
      chain.doFilter(binder.bind(request), response);
    }
  }

  private void passFromClient(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = RequestPath.of(request);
    if (launchPath.covers(path)) {
      launches.answer(request, response, path);
    } else if (logoutPath.filter(path::equals).isPresent()) {
      logouts.answer(binder.bind(request), response);
    } else {
      HttpServletRequest bound = binder.bind(request);
      if (guard.admits(bound, path)) {
        chain.doFilter(bound, response);
      } else {
        guard.turnAway(request, response);
      }
    }
  }

  @Override
  public void close() {
    extensions.close();
  }
}
