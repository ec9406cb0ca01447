package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the start for what keeps a container's authentication from doing what it should on some
 * server, and logs one line with the remedy for each. Thread-safe.
 */
final class ContainerCheck {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchAuthenticator.class);

  private final ServletContext context;
  private final Set<String> roles;
  private final ServerKind server;
  private final AtomicBoolean looked = new AtomicBoolean();

  /**
   * A check of an application.
   *
   * @param roles that the configuration gives to users
   */
  ContainerCheck(ServletContext context, Set<String> roles) {
    this.context = context;
    this.roles = Set.copyOf(roles);
    this.server = ServerKind.of(context);
  }

  /**
   * Refuses a server on which it cannot be put right.
   *
   * @throws IllegalStateException on Jetty
   */
  static void requireFit(ServletContext context) {
    if (ServerKind.of(context) == ServerKind.JETTY) {
      throw new IllegalStateException(
          "Jetty asks no authentication module about public pages, and tells none of a log-out:"
              + " take Launchgate's listener or mechanism out of the application, and use the"
              + " LaunchFilter alone");
    }
  }

  /** What is known before the first request. */
  void atStart() {
    WebXml webXml = WebXml.of(context);
    webXml.loginMethod().ifPresent(ContainerCheck::warnOfLoginConfig);
    warnOfRoles(webXml);
    switch (server) {
      case TOMCAT -> TomcatSessionIds.keep(context);
      case LIBERTY -> warnOfPublicPages();
      default -> {}
    }
  }

  /** What cannot be seen before: WildFly calls it an error of its own to be asked as it starts. */
  void atFirstRequest() {
    if (server == ServerKind.WILDFLY && !looked.getAndSet(true)) {
      WildFlyDomain.look(context);
    }
  }

  private static void warnOfLoginConfig(String method) {
    LOG.warn(
        "web.xml has a <login-config>{}, by which nobody logs in any more, since the container"
            + " asks Launchgate instead: take it out (beside a mechanism, Liberty does not start"
            + " with it)",
        method.isEmpty() ? "" : " with the method " + method);
  }

  private void warnOfRoles(WebXml webXml) {
    if (server == ServerKind.TOMCAT || server == ServerKind.WILDFLY || roles.isEmpty()) {
      return;
    }
    Set<String> missing = new TreeSet<>(roles);
    missing.removeAll(DeclaredRoles.of(context, webXml));
    if (!missing.isEmpty()) {
      LOG.warn(
          "no <security-role> in web.xml and no servlet's annotation declares the roles {}, which"
              + " partners give their users: GlassFish, Payara and Liberty say that nobody has"
              + " them; add <security-role><role-name>{}</role-name></security-role> for each",
          missing,
          missing.iterator().next());
    }
  }

  private void warnOfPublicPages() {
    if (filters().stream().noneMatch(LaunchFilter.class.getName()::equals)) {
      LOG.warn(
          "Liberty runs a public page also for a request that was answered already, such as a"
              + " refused launch: name the LaunchFilter, without init-params, as the first filter"
              + " in web.xml, mapped to /*");
    }
  }

  private Collection<String> filters() {
    try {
      return context.getFilterRegistrations().values().stream()
          .map(filter -> String.valueOf(filter.getClassName()))
          .toList();
    } catch (UnsupportedOperationException e) {
      return Set.of(); // a listener that no web.xml names is told nothing
    }
  }
}
