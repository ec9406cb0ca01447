package org.launchgate.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.launchgate.LaunchContext;
import org.launchgate.servlet.WindowOracle.Focus;

/** An application behind the filter that remembers what one request showed it. */
final class ModelApp implements FilterChain {
  private final Runnable meanwhile;
  boolean reached;
  String user;
  Focus focus;
  String window;
  String changed;

  ModelApp(Runnable meanwhile) {
    this.meanwhile = meanwhile;
  }

  ModelApp() {
    this(() -> {});
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response) {
    reached = true;
    look((HttpServletRequest) request);
    String before = toString();
    meanwhile.run();
    look((HttpServletRequest) request);
    changed = before.equals(toString()) ? null : before + ", then " + this;
  }

  private void look(HttpServletRequest request) {
    user = request.getRemoteUser();
    focus = LaunchAttributes.contextOf(request).map(ModelApp::focus).orElse(null);
    window = LaunchAttributes.windowOf(request).orElse(null);
    for (String partner : WindowTokens.PARTNERS) {
      if (request.isUserInRole(partner) != (focus != null && focus.partner().equals(partner))) {
        throw new AssertionError("role " + partner + " beside " + focus);
      }
    }
    if ((request.getAttribute("launchContext") == null) != (focus == null)) {
      throw new AssertionError("the page's attribute differs from " + focus);
    }
  }

  @Override
  public String toString() {
    return user + " " + focus + " " + window;
  }

  private static Focus focus(LaunchContext context) {
    return new Focus(
        context.partner(),
        context.organization().orElseThrow().identifier().value(),
        context.patient().flatMap(p -> p.id()).orElseThrow());
  }
}
