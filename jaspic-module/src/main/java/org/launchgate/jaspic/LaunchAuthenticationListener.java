package org.launchgate.jaspic;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jspecify.annotations.Nullable;
import org.launchgate.servlet.LaunchAuthenticator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the container itself know who launched: registers Launchgate's authentication module for the
 * application, and takes it back when the application stops.
 *
 * <p>The application names it as a {@code <listener>} in {@code web.xml}, and writes the filter's
 * init-params as context-params with {@code launchgate.} in front. Nothing registers it by itself.
 * For the container every request then has the launch's user and roles, so that {@code
 * <security-constraint>}, {@code @RolesAllowed} and {@code SecurityContext} know them. A {@code
 * LaunchFilter} beside it has no init-params.
 *
 * <p>Not on Jetty, which takes no module while it runs: use the filter alone there.
 *
 * <p>Source: Jakarta Authentication 3.0, "Servlet Container Profile".
 */
public final class LaunchAuthenticationListener implements ServletContextListener {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchAuthenticationListener.class);
  private static final String LAYER = "HttpServlet";

  private @Nullable LaunchAuthenticator authenticator;
  private @Nullable String registration;

  /** For the container. */
  public LaunchAuthenticationListener() {}

  /**
   * Reads the configuration and registers the module.
   *
   * @throws IllegalArgumentException for every mistake in the configuration, which stops the start
   * @throws IllegalStateException where the container takes no module
   */
  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    LaunchAuthenticator made = LaunchAuthenticator.publish(context, "module");
    try {
      registration = register(context, made);
      authenticator = made;
    } catch (RuntimeException | Error e) {
      made.close();
      throw e;
    }
    LOG.info("Launchgate logs in who launches at {} to the container", context.getContextPath());
  }

  private static String register(ServletContext context, LaunchAuthenticator authenticator) {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    if (factory == null) {
      throw new IllegalStateException(
          "the container has no Jakarta Authentication: take the listener "
              + LaunchAuthenticationListener.class.getName()
              + " out of web.xml, and use the LaunchFilter alone");
    }
    try {
      return factory.registerConfigProvider(
          new LaunchAuthConfigProvider(authenticator),
          LAYER,
          applicationContext(context),
          "Launchgate: logs in who launches");
    } catch (UnsupportedOperationException e) {
      throw new IllegalStateException(
          "the container takes no authentication module while it runs: take the listener "
              + LaunchAuthenticationListener.class.getName()
              + " out of web.xml, and use the LaunchFilter alone",
          e);
    }
  }

  /** Host and context path (Jakarta Authentication 3.0, 3.2 "Application Context Identifier"). */
  static String applicationContext(ServletContext context) {
    String host = context.getVirtualServerName();
    return (host == null ? "server" : host) + " " + context.getContextPath();
  }

  /** Takes the module back, so that nothing of the application stays with the container. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (registration != null) {
      AuthConfigFactory.getFactory().removeRegistration(registration);
      registration = null;
    }
    if (authenticator != null) {
      authenticator.close();
      authenticator = null;
    }
  }
}
