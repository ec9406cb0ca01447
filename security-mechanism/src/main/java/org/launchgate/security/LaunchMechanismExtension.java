package org.launchgate.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.inject.spi.configurator.BeanConfigurator;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Adds the mechanism in applications that have {@link LaunchAuthenticationMechanismDefinition} on a
 * class. For the container alone.
 *
 * <p>Source: Jakarta Contexts and Dependency Injection 4.0, chapter 10 "Portable extensions".
 */
public final class LaunchMechanismExtension implements Extension {
  private static final int AFTER_INJECTION = Interceptor.Priority.LIBRARY_BEFORE;

  private final Map<String, LaunchAuthenticationMechanismDefinition> definitions = new TreeMap<>();

  /** For the container. */
  public LaunchMechanismExtension() {}

  void defined(
      @Observes @WithAnnotations(LaunchAuthenticationMechanismDefinition.class)
          ProcessAnnotatedType<?> type) {
    definitions.put(
        type.getAnnotatedType().getJavaClass().getName(),
        type.getAnnotatedType().getAnnotation(LaunchAuthenticationMechanismDefinition.class));
  }

  void add(@Observes AfterBeanDiscovery discovery) {
    if (definitions.size() > 1) {
      discovery.addDefinitionError(
          new DefinitionException(
              "@LaunchAuthenticationMechanismDefinition stands on "
                  + definitions.keySet().stream().collect(Collectors.joining(" and "))
                  + ": leave it on one of them"));
    }
    definitions.values().stream()
        .findFirst()
        .ifPresent(definition -> add(discovery, definition.besideOthers()));
  }

  private static void add(AfterBeanDiscovery discovery, boolean besideOthers) {
    BeanConfigurator<HttpAuthenticationMechanism> bean =
        discovery
            .<HttpAuthenticationMechanism>addBean()
            .id(LaunchAuthenticationMechanism.class.getName())
            .beanClass(LaunchAuthenticationMechanism.class)
            .addTypes(HttpAuthenticationMechanism.class, Object.class)
            .addQualifiers(Any.Literal.INSTANCE, ByLaunch.Literal.INSTANCE)
            .scope(ApplicationScoped.class)
            .produceWith(
                beans ->
                    besideOthers
                        ? LaunchAuthenticationMechanism.besideOthers()
                        : new LaunchAuthenticationMechanism());
    if (!besideOthers) {
      bean.addQualifier(Default.Literal.INSTANCE);
    }
  }

  void start(
      @Observes @Priority(AFTER_INJECTION) @Initialized(ApplicationScoped.class)
          ServletContext context) {
    if (!definitions.isEmpty()) {
      LaunchMechanismListener.start(context);
    }
  }

  void stop(@Observes @Destroyed(ApplicationScoped.class) ServletContext context) {
    LaunchMechanismListener.stop(context);
  }
}
