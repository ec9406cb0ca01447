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
  private final Optional<AccountLinking> linking;
  private final String linkUrl;
  private final Optional<String> logoutPath;
  private final LogoutEndpoint logouts;
  private final LoginGuard guard;
  private final WindowGuard windows;
  private final Optional<String> closePath;
  private final CloseEndpoint closing;
  private final Optional<ScriptEndpoint> script;
  private final LaunchBinder binder;
  private final ExtensionLookup extensions;

  LaunchGate(
      LaunchPath launchPath,
      LaunchEndpoint launches,
      Optional<AccountLinking> linking,
      String linkUrl,
      Optional<String> logoutPath,
      LogoutEndpoint logouts,
      LoginGuard guard,
      WindowGuard windows,
      Optional<String> closePath,
      CloseEndpoint closing,
      Optional<ScriptEndpoint> script,
      LaunchBinder binder,
      ExtensionLookup extensions) {
    this.launchPath = launchPath;
    this.launches = launches;
    this.linking = linking;
    this.linkUrl = linkUrl;
    this.logoutPath = logoutPath;
    this.logouts = logouts;
    this.guard = guard;
    this.windows = windows;
    this.closePath = closePath;
    this.closing = closing;
    this.script = script;
    this.binder = binder;
    this.extensions = extensions;
  }

  void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      passFromClient(request, response, chain);
    } else {
      LaunchBinder.Bound bound = binder.bind(request, response);
      chain.doFilter(bound.request(), bound.response());
    }
  }

  private void passFromClient(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = RequestPath.of(request);
    Optional<ScriptEndpoint> here = script.filter(each -> each.isAt(path));
    if (launchPath.covers(path)) {
      launches.answer(request, response, path);
    } else if (here.isPresent() && !ScriptEndpoint.asksForState(request)) {
      here.get().serve(request, response);
    } else if (here.isEmpty() && linking.isPresent() && linking.get().awaits(request)) {
      HttpAnswer.guard(response);
      response.setHeader("Location", linkUrl);
      HttpAnswer.empty(response, HttpServletResponse.SC_SEE_OTHER);
    } else {
      LaunchBinder.Bound bound = binder.bind(request, response);
      if (here.isPresent()) {
        here.get().tell(bound, response);
      } else if (logoutPath.filter(path::equals).isPresent()) {
        logouts.answer(bound.request(), response); // also out of a window that is gone
      } else if (bound.standing() != Standing.FIT) {
        turnAway(bound, response, chain, path);
      } else if (closePath.filter(path::equals).isPresent()) {
        closing.answer(bound.request(), response);
      } else {
        passFit(bound, response, chain, path);
      }
    }
  }

  private void turnAway(
      LaunchBinder.Bound bound, HttpServletResponse response, FilterChain chain, String path)
      throws IOException, ServletException {
    if (bound.standing() == Standing.STALE) {
      windows.stale(bound.request(), response);
    } else if (bound.standing() == Standing.UNNAMED) {
      windows.unnamed(bound.request(), response);
    } else if (guard.isPublic(path)) {
      chain.doFilter(bound.request(), bound.response()); // nothing of a patient is there
    } else {
      windows.ended(bound.request(), response);
    }
  }

  private void passFit(
      LaunchBinder.Bound bound, HttpServletResponse response, FilterChain chain, String path)
      throws IOException, ServletException {
    if (!guard.admits(bound.request(), path)) {
      guard.turnAway(bound.request(), response);
    } else if (windows.lacksContext(bound.request(), path)) {
      windows.choose(bound.request(), response, path);
    } else {
      PatientPage.protect(bound.request(), response);
      chain.doFilter(bound.request(), bound.response());
    }
  }

  @Override
  public void close() {
    extensions.close();
  }
}
