package org.launchgate.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.launchgate.LaunchContext;
import org.launchgate.servlet.WindowOracle.Focus;

/** An application behind the filter that remembers what one request showed it. */
final class ModelApp implements FilterChain {
  private static final String KEPT = "kept";

  private final boolean many;
  private final Runnable meanwhile;
  boolean reached;
  String user;
  Focus focus;
  String window;
  String changed;

  /**
   * An application.
   *
   * @param many whether it expects several patients in one session
   * @param meanwhile what happens while it works on a request
   */
  ModelApp(boolean many, Runnable meanwhile) {
    this.many = many;
    this.meanwhile = meanwhile;
  }

  ModelApp(boolean many) {
    this(many, () -> {});
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response) {
    reached = true;
    look((HttpServletRequest) request);
    keepSomething(((HttpServletRequest) request).getSession(false));
    String before = toString();
    meanwhile.run();
    look((HttpServletRequest) request);
    changed = before.equals(toString()) ? null : before + ", then " + this;
  }

  /** Keeps in the session whose it is, as applications do, and finds there what it kept before. */
  private void keepSomething(HttpSession session) {
    if (session == null || user == null || (focus == null && !many)) {
      return;
    }
    try {
      String own = many ? user : user + " " + focus;
      Object kept = session.getAttribute(KEPT);
      if (kept != null && !kept.equals(own)) {
        throw new AssertionError(own + " inherits the session of " + kept);
      }
      session.setAttribute(KEPT, own);
    } catch (IllegalStateException e) {
      // ended meanwhile
    }
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
