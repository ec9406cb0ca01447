package org.launchgate.jaspic;

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
 * <p>Not on Jetty, which asks no module about public pages: use the filter alone there. For the
 * container's thread that starts and stops the application.
 *
 * <p>Source: Jakarta Authentication 3.0, "Servlet Container Profile".
 */
public final class LaunchAuthenticationListener implements ServletContextListener {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchAuthenticationListener.class);

  private @Nullable LaunchAuthenticator authenticator;
  private @Nullable ModuleRegistration registration;

  /** For the container. */
  public LaunchAuthenticationListener() {}

  /**
   * Reads the configuration and registers the module. What fails leaves nothing behind.
   *
   * @throws IllegalArgumentException for every mistake in the configuration, which stops the start
   * @throws IllegalStateException where the container takes no module, or the application has one
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

  private static ModuleRegistration register(
      ServletContext context, LaunchAuthenticator authenticator) {
    try {
      return ModuleRegistration.of(context, authenticator);
    } catch (NoClassDefFoundError e) {
      throw unfit(e);
    }
  }

  /** Here, since a container without Jakarta Authentication cannot load the registration. */
  private static IllegalStateException unfit(Throwable cause) {
    return new IllegalStateException(
        "the container has no Jakarta Authentication: take the listener "
            + LaunchAuthenticationListener.class.getName()
            + " out of web.xml, and use the LaunchFilter alone",
        cause);
  }

  /** Takes the module back, so that nothing of the application stays with the container. */
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    ModuleRegistration registered = registration;
    LaunchAuthenticator made = authenticator;
    registration = null;
    authenticator = null;
    try {
      if (registered != null) {
        registered.close();
      }
    } finally {
      if (made != null) {
        made.close();
      }
    }
  }
}
