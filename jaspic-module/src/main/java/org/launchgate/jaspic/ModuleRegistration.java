package org.launchgate.jaspic;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigFactory.RegistrationContext;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.servlet.LaunchAuthenticator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The module's place with the container, until it is closed. */
final class ModuleRegistration implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchAuthenticationListener.class);
  private static final String LAYER = "HttpServlet";

  /**
   * What Open Liberty registers for an application with a mechanism of Jakarta Security, and leaves
   * there for the next one on the path.
   */
  private static final String LIBERTY_BRIDGE = "Bridge Provider for JSR-375 Java EE Security API";

  private static final String DESCRIPTION = "Launchgate: logs in who launches";
  private static final String STOPPED = "Launchgate: nobody, until the application starts again";

  private final AuthConfigFactory factory;
  private final LaunchAuthConfigProvider provider;
  private final String appContext;
  private final @Nullable String id;

  private ModuleRegistration(
      AuthConfigFactory factory,
      LaunchAuthConfigProvider provider,
      String appContext,
      @Nullable String id) {
    this.factory = factory;
    this.provider = provider;
    this.appContext = appContext;
    this.id = id;
  }

  /**
   * Registers the module for an application.
   *
   * @throws IllegalStateException where the container takes no module, or the application has
   *     another one already
   */
  static ModuleRegistration of(ServletContext context, LaunchAuthenticator authenticator) {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    if (factory == null) {
      throw unfit("the container has no factory for Jakarta Authentication", null);
    }
    String appContext = applicationContext(context);
    requireFree(factory, appContext);
    LaunchAuthConfigProvider provider = new LaunchAuthConfigProvider(authenticator);
    try {
      String id = factory.registerConfigProvider(provider, LAYER, appContext, DESCRIPTION);
      return new ModuleRegistration(factory, provider, appContext, id);
    } catch (UnsupportedOperationException e) {
      throw unfit("the container takes no authentication module while it runs", e);
    }
  }

  private static IllegalStateException unfit(String reason, @Nullable Throwable cause) {
    return new IllegalStateException(
        reason
            + ": take the listener "
            + LaunchAuthenticationListener.class.getName()
            + " out of web.xml, and use the LaunchFilter alone",
        cause);
  }

  /** Host and context path (Jakarta Authentication 3.0, 3.2 "Application Context Identifier"). */
  static String applicationContext(ServletContext context) {
    String host = context.getVirtualServerName();
    return (host == null ? "server" : host) + " " + context.getContextPath();
  }

  /** A container forgets the module that it had, without a word, when it is given another one. */
  private static void requireFree(AuthConfigFactory factory, String appContext) {
    for (String id : factory.getRegistrationIDs(null)) {
      RegistrationContext there = factory.getRegistrationContext(id);
      if (there == null
          || !LAYER.equals(there.getMessageLayer())
          || !appContext.equals(there.getAppContext())
          || STOPPED.equals(there.getDescription())) {
        continue;
      }
      if (LIBERTY_BRIDGE.equals(there.getDescription())) {
        LOG.warn(
            "Launchgate's module of \"{}\" takes the place of Liberty's bridge to Jakarta Security,"
                + " which an earlier application there has left; if this one has a mechanism of its"
                + " own, that is not asked",
            appContext);
        continue;
      }
      if (!DESCRIPTION.equals(there.getDescription())) {
        throw new IllegalStateException(
            "the application has an authentication module already ("
                + Optional.ofNullable(there.getDescription()).orElse("without a description")
                + "): take it out, or the listener "
                + LaunchAuthenticationListener.class.getName());
      }
      LOG.warn(
          "Launchgate's module of \"{}\" takes the place of an earlier one: of two versions of an"
              + " application at once, only the newer one logs anybody in",
          appContext);
    }
  }

  /** Takes the module back, unless another one has its place by now. */
  @Override
  public void close() {
    if (id == null || !provider.equals(factory.getConfigProvider(LAYER, appContext, null))) {
      return;
    }
    if (!factory.getClass().getName().startsWith("org.apache.catalina.") || !isKeptForNobody()) {
      factory.removeRegistration(id);
    }
  }

  /**
   * Leaves the place there for nobody, which holds nothing of the application. Tomcat's
   * authenticator stays when an application is reloaded; once it has seen that there is no place,
   * it never looks again, and would log nobody in any more.
   */
  private boolean isKeptForNobody() {
    try {
      factory.registerConfigProvider(null, LAYER, appContext, STOPPED);
      return true;
    } catch (NullPointerException e) {
      return false; // Tomcat cannot log it, where it logs that much
    }
  }
}
