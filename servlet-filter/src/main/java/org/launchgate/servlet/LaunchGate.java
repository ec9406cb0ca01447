package org.launchgate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

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
  private final LaunchExit exit;
  private final ExtensionLookup extensions;
  private final Set<String> roles;

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
      LaunchExit exit,
      ExtensionLookup extensions,
      Set<String> roles) {
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
    this.exit = exit;
    this.extensions = extensions;
    this.roles = roles;
  }

  /** The roles that the configuration gives to users, as far as it is known at the start. */
  Set<String> roles() {
    return roles;
  }

  void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<LaunchBinder.Bound> bound =
        request.getDispatcherType() == DispatcherType.REQUEST
            ? admit(request, response)
            : Optional.of(bind(request, response));
    if (bound.isPresent()) {
      chain.doFilter(bound.get().request(), bound.get().response());
    }
  }

  /** The request as the application shall see it, which came this way before. */
  LaunchBinder.Bound bind(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return binder.bind(request, response);
  }

  /** A client's request as the application shall see it; empty where it is answered already. */
  Optional<LaunchBinder.Bound> admit(HttpServletRequest request, HttpServletResponse response)
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
        return admitUnfit(bound, response, path);
      } else if (closePath.filter(path::equals).isPresent()) {
        closing.answer(bound.request(), response);
      } else {
        return admitFit(bound, response, path);
      }
    }
    return Optional.empty();
  }

  private Optional<LaunchBinder.Bound> admitUnfit(
      LaunchBinder.Bound bound, HttpServletResponse response, String path) throws IOException {
    if (bound.standing() == Standing.STALE) {
      windows.stale(bound.request(), response);
    } else if (bound.standing() == Standing.UNNAMED) {
      windows.unnamed(bound.request(), response);
    } else if (guard.isPublic(path)) {
      return Optional.of(bound); // nothing of a patient is there
    } else {
      windows.ended(bound.request(), response);
    }
    return Optional.empty();
  }

  private Optional<LaunchBinder.Bound> admitFit(
      LaunchBinder.Bound bound, HttpServletResponse response, String path) throws IOException {
    if (!guard.admits(bound.request(), path)) {
      guard.turnAway(bound.request(), response);
    } else if (windows.lacksContext(bound.request(), path)) {
      windows.choose(bound.request(), response, path);
    } else {
      PatientPage.protect(bound.request(), response);
      return Optional.of(bound);
    }
    return Optional.empty();
  }

  /** Says that a launch is needed here. */
  void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
    guard.turnAway(request, response);
  }

  /** Ends the launch of whoever the container has logged out. */
  void end(HttpServletRequest request) {
    exit.end(request);
  }

  @Override
  public void close() {
    extensions.close();
  }
}
