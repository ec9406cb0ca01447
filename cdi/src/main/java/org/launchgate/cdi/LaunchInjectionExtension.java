package org.launchgate.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;
import org.launchgate.servlet.LaunchFilter;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;

/**
 * Adds what {@link LaunchInjection} promises, in applications that have it on a class. For the
 * container alone.
 *
 * <p>Source: Jakarta Contexts and Dependency Injection 4.0, chapter 10 "Portable extensions".
 */
public final class LaunchInjectionExtension implements Extension {
  /** Beside what the application itself may have put there. */
  private static final String LISTENER = LaunchListener.class.getName() + ".cdi";

  /** Where the filter looks for one that is to come after it. */
  private static final String NEXT = LaunchFilter.class.getName() + ".next";

  /** Before anything that takes launches is started. */
  private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;

  private final NavigableMap<String, Class<?>> wanted = new TreeMap<>();
  private final RequestsOfThreads requests = new RequestsOfThreads();
  private boolean observed;

  /** For the container. */
  public LaunchInjectionExtension() {}

  void wanted(@Observes @WithAnnotations(LaunchInjection.class) ProcessAnnotatedType<?> type) {
    Class<?> place = type.getAnnotatedType().getJavaClass();
    wanted.put(place.getName(), place);
  }

  void observed(@Observes ProcessObserverMethod<LaunchEvent, ?> observer) {
    observed = true;
  }

  void direct(@Observes ProcessInjectionPoint<?, LaunchContext> point) {
    refuse(point, LaunchContext.class);
  }

  void directly(@Observes ProcessInjectionPoint<?, LaunchPrincipal> point) {
    refuse(point, LaunchPrincipal.class);
  }

  /** It would stay the same while requests, and with them patients and users, change. */
  private void refuse(ProcessInjectionPoint<?, ?> point, Class<?> type) {
    if (!wanted.isEmpty()) {
      InjectionPoint place = point.getInjectionPoint();
      point.addDefinitionError(
          new DefinitionException(
              place.getMember()
                  + " is one "
                  + type.getSimpleName()
                  + " for all requests: inject a CurrentLaunch, or an Instance<"
                  + type.getSimpleName()
                  + ">"));
    }
  }

  void add(@Observes AfterBeanDiscovery discovery, BeanManager manager) {
    if (wanted.isEmpty()) {
      return;
    }
    discovery
        .<CurrentLaunch>addBean()
        .id(CurrentLaunch.class.getName())
        .beanClass(RequestCurrentLaunch.class)
        .addTypes(CurrentLaunch.class, Object.class)
        .scope(ApplicationScoped.class)
        .produceWith(
            beans ->
                new RequestCurrentLaunch(requests, beans.select(HttpServletRequest.class).get()));
    discovery.addContext(new AnewContext());
    addOfRequest(discovery, LaunchContext.class, CurrentLaunch::context);
    addOfRequest(discovery, LaunchPrincipal.class, CurrentLaunch::principal);
    addObserver(discovery, manager, wanted.firstEntry().getValue());
  }

  private static <T> void addOfRequest(
      AfterBeanDiscovery discovery, Class<T> type, Function<CurrentLaunch, Optional<T>> question) {
    discovery
        .<T>addBean()
        .id(type.getName())
        .beanClass(type)
        .addTypes(type, Object.class)
        .scope(Anew.class)
        .produceWith(beans -> present(beans, type, question));
  }

  private static <T> T present(
      Instance<Object> beans, Class<T> type, Function<CurrentLaunch, Optional<T>> question) {
    return question
        .apply(beans.select(CurrentLaunch.class).get())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "this request has no "
                        + type.getSimpleName()
                        + ": inject a CurrentLaunch to ask whether there is one"));
  }

  /** As the application's own, since a library's are not told of its start by every container. */
  private void addObserver(AfterBeanDiscovery discovery, BeanManager beans, Class<?> place) {
    discovery
        .<ServletContext>addObserverMethod()
        .beanClass(place)
        .observedType(ServletContext.class)
        .qualifiers(Initialized.Literal.of(ApplicationScoped.class))
        .priority(FIRST)
        .notifyWith(
            started -> {
              started.getEvent().setAttribute(NEXT, requests);
              if (observed) {
                started.getEvent().setAttribute(LISTENER, new LaunchEventBridge(beans));
              }
            });
  }
}
