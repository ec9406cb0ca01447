package org.launchgate.security;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds the mechanism in applications that have {@link LaunchAuthenticationMechanismDefinition} on a
 * class. For the container alone.
 *
 * <p>Source: Jakarta Contexts and Dependency Injection 4.0, chapter 10 "Portable extensions".
 */
public final class LaunchMechanismExtension implements Extension {
  /** After the events of launches have somebody to go to. */
  private static final int START = Interceptor.Priority.LIBRARY_BEFORE;

  private final NavigableMap<String, Definition> definitions = new TreeMap<>();

  private final Set<String> others = new TreeSet<>();

  private final Set<String> declaredRoles = new TreeSet<>();

  /**
   * A definition.
   *
   * @param place the class that it stands on
   * @param besideOthers what it says
   */
  private record Definition(Class<?> place, boolean besideOthers) {}

  /** For the container. */
  public LaunchMechanismExtension() {}

  void defined(
      @Observes @WithAnnotations(LaunchAuthenticationMechanismDefinition.class)
          ProcessAnnotatedType<?> type) {
    Class<?> place = type.getAnnotatedType().getJavaClass();
    type.getAnnotatedType()
        .getAnnotations(LaunchAuthenticationMechanismDefinition.class)
        .forEach(
            found -> definitions.put(place.getName(), new Definition(place, found.besideOthers())));
  }

  /** Where the definition stands, or elsewhere: the servlet container tells of servlets' alone. */
  void declared(@Observes @WithAnnotations(DeclareRoles.class) ProcessAnnotatedType<?> type) {
    type.getAnnotatedType()
        .getAnnotations(DeclareRoles.class)
        .forEach(found -> declaredRoles.addAll(List.of(found.value())));
  }

  /** As a type, since Open Liberty knows of a mechanism by its type alone. */
  void add(@Observes AfterTypeDiscovery discovery) {
    if (definitions.values().stream().anyMatch(definition -> !definition.besideOthers())) {
      discovery
          .addAnnotatedType(
              LaunchAuthenticationMechanism.class, LaunchAuthenticationMechanism.class.getName())
          .remove(annotation -> annotation instanceof Vetoed)
          .add(ApplicationScoped.Literal.INSTANCE)
          .add(Default.Literal.INSTANCE)
          .add(ByLaunch.Literal.INSTANCE);
    }
  }

  void add(@Observes AfterBeanDiscovery discovery) {
    if (definitions.size() > 1) {
      discovery.addDefinitionError(
          new DefinitionException(
              "@LaunchAuthenticationMechanismDefinition stands on "
                  + String.join(" and ", definitions.keySet())
                  + ": leave it on one of them"));
    } else if (!definitions.isEmpty()) {
      Definition only = definitions.firstEntry().getValue();
      if (only.besideOthers()) {
        addBesideOthers(discovery);
      }
      addObservers(discovery, only.place());
    }
  }

  /** Those that the container would have to choose from; not asked of it, which hides some. */
  void found(@Observes ProcessBean<?> found) {
    Bean<?> bean = found.getBean();
    if (!definitions.isEmpty()
        && bean.getTypes().contains(HttpAuthenticationMechanism.class)
        && bean.getQualifiers().contains(Default.Literal.INSTANCE)
        && bean.getBeanClass() != LaunchAuthenticationMechanism.class) {
      others.add(bean.getBeanClass().getName());
    }
  }

  void validate(@Observes AfterDeploymentValidation validation) {
    definitions.values().stream()
        .filter(definition -> !definition.besideOthers() && !others.isEmpty())
        .forEach(
            definition ->
                validation.addDeploymentProblem(
                    new DeploymentException(clash(definition.place()))));
  }

  private String clash(Class<?> place) {
    return "the application has another authentication mechanism, "
        + String.join(" and ", others)
        + ", beside that of @LaunchAuthenticationMechanismDefinition on "
        + place.getName()
        + ": leave one, or write besideOthers = true there and choose between them in a mechanism"
        + " of your own, which injects ours by @ByLaunch";
  }

  /** As a bean without a type that a container looks at: the application's own one comes first. */
  private static void addBesideOthers(AfterBeanDiscovery discovery) {
    discovery
        .<HttpAuthenticationMechanism>addBean()
        .id(LaunchAuthenticationMechanism.class.getName())
        .beanClass(LaunchAuthenticationMechanism.class)
        .addTypes(HttpAuthenticationMechanism.class, Object.class)
        .addQualifiers(Any.Literal.INSTANCE, ByLaunch.Literal.INSTANCE)
        .scope(ApplicationScoped.class)
        .produceWith(beans -> LaunchAuthenticationMechanism.besideOthers());
  }

  /** As the application's own, since a library's are not told of its start by every container. */
  private void addObservers(AfterBeanDiscovery discovery, Class<?> place) {
    discovery
        .<ServletContext>addObserverMethod()
        .beanClass(place)
        .observedType(ServletContext.class)
        .qualifiers(Initialized.Literal.of(ApplicationScoped.class))
        .priority(START)
        .notifyWith(event -> LaunchMechanismListener.start(event.getEvent(), declaredRoles));
    discovery
        .<ServletContext>addObserverMethod()
        .beanClass(place)
        .observedType(ServletContext.class)
        .qualifiers(Destroyed.Literal.of(ApplicationScoped.class))
        .notifyWith(event -> LaunchMechanismListener.stop(event.getEvent()));
  }
}
