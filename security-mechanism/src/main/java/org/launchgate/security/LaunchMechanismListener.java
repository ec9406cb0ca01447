package org.launchgate.security;

import jakarta.enterprise.inject.Vetoed;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Set;
import org.launchgate.servlet.LaunchAuthenticator;

/**
 * Reads the configuration for a {@link LaunchAuthenticationMechanism} that the application produces
 * as a bean itself, when the application starts. The application names it as a {@code <listener>}
 * in {@code web.xml}.
 *
 * <p>With {@link LaunchAuthenticationMechanismDefinition} it is not needed.
 */
@Vetoed
public final class LaunchMechanismListener implements ServletContextListener {
  private static final String STARTED = LaunchMechanismListener.class.getName();

  /** For the container. */
  public LaunchMechanismListener() {}

  /**
   * Reads the configuration, the context-params that begin with {@code launchgate.}.
   *
   * @throws IllegalArgumentException for every mistake in it, which stops the start
   */
  @Override
  public void contextInitialized(ServletContextEvent event) {
    start(event.getServletContext(), Set.of());
  }

  /** Closes what the start has opened. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    stop(event.getServletContext());
  }

  static void start(ServletContext context, Set<String> declaredRoles) {
    context.setAttribute(STARTED, LaunchAuthenticator.publish(context, "mechanism", declaredRoles));
  }

  static void stop(ServletContext context) {
    if (context.getAttribute(STARTED) instanceof LaunchAuthenticator started) {
      context.removeAttribute(STARTED);
      started.close();
    }
  }
}
