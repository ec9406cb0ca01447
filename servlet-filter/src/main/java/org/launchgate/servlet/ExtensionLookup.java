package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what an application supplies instead of our defaults: by the init-param that names the
 * class, as a ServletContext attribute under the interface's name, by the {@link ServiceLoader}, in
 * this order. It closes what it made itself, and leaves alone what the application put into the
 * ServletContext.
 */
final class ExtensionLookup implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);

  private static final String[] NONE = {};

  /** Where the application's injection puts what it adds to what the application has put there. */
  private static final String INJECTION = ".cdi";

  private final InitParams params;
  private final ServletContext context;
  private final ClassLoader loader;
  private final Deque<AutoCloseable> made = new ArrayDeque<>();

  ExtensionLookup(InitParams params, ServletContext context, ClassLoader loader) {
    this.params = params;
    this.context = context;
    this.loader = loader;
  }

  /**
   * The application's implementation; empty when it supplies none.
   *
   * @throws IllegalArgumentException when it supplies something that cannot be used
   */
  <T> Optional<T> find(Class<T> spi, InitParam param) {
    Optional<String> named = params.given(param);
    if (named.isPresent()) {
      return Optional.of(made(make(spi, param, named.get())));
    }
    Object attribute = context.getAttribute(spi.getName());
    if (attribute != null) {
      return Optional.of(checked(spi, spi.getName(), attribute));
    }
    return loaded(spi).map(this::made);
  }

  /**
   * All that the application supplies: those that the init-param names, those in the ServletContext
   * (one, or a collection), the one that CDI adds there, and those of the {@link ServiceLoader}, in
   * this order. A class that is named in both ways is made once.
   *
   * @throws IllegalArgumentException when it supplies something that cannot be used
   */
  <T> List<T> findAll(Class<T> spi, InitParam param) {
    List<T> found = new ArrayList<>();
    Set<String> made = new HashSet<>();
    for (String className : params.given(param).map(names -> names.split("[,\\s]+")).orElse(NONE)) {
      if (made.add(className)) {
        found.add(made(make(spi, param, className)));
      }
    }
    for (String name : List.of(spi.getName(), spi.getName() + INJECTION)) {
      Object attribute = context.getAttribute(name);
      if (attribute != null) {
        Collection<?> all = attribute instanceof Collection<?> many ? many : List.of(attribute);
        all.forEach(each -> found.add(checked(spi, name, each)));
      }
    }
    for (ServiceLoader.Provider<T> provider : providers(spi)) {
      if (made.add(provider.type().getName())) {
        found.add(made(get(spi, provider)));
      }
    }
    return found;
  }

  private <T> T make(Class<T> spi, InitParam param, String className) {
    try {
      Class<?> type = Class.forName(className, true, loader);
      return spi.cast(type.getConstructor().newInstance());
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          InitParams.where(param) + ": " + className + " cannot be made: " + reason(e.getCause()),
          e);
    } catch (ClassNotFoundException e) {
      // Alone: it quotes what stood behind a placeholder, which may be a secret by mistake.
      throw new IllegalArgumentException(
          params.wrong(param).getMessage() + " (there is no such class)");
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw new IllegalArgumentException(
          params.wrong(param).getMessage() + " (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /** Only an argument's complaint is written to be read by the operator. */
  private static String reason(@Nullable Throwable failure) {
    return failure instanceof IllegalArgumentException || failure instanceof IllegalStateException
        ? String.valueOf(failure.getMessage())
        : String.valueOf(failure);
  }

  private <T> T checked(Class<T> spi, String name, Object attribute) {
    if (!spi.isInstance(attribute)) {
      throw new IllegalArgumentException(
          "the ServletContext attribute "
              + name
              + " holds a "
              + attribute.getClass().getName()
              + ", which does not implement that interface, or has it from another class loader");
    }
    return spi.cast(attribute);
  }

  private <T> Optional<T> loaded(Class<T> spi) {
    List<ServiceLoader.Provider<T>> providers = providers(spi);
    if (providers.size() > 1) {
      throw new IllegalArgumentException(ambiguous(spi, providers));
    }
    return providers.stream().findFirst().map(provider -> get(spi, provider));
  }

  private <T> List<ServiceLoader.Provider<T>> providers(Class<T> spi) {
    try {
      return ServiceLoader.load(spi, loader).stream().toList();
    } catch (ServiceConfigurationError e) {
      throw unusable(spi, e);
    }
  }

  private static <T> T get(Class<T> spi, ServiceLoader.Provider<T> provider) {
    try {
      return provider.get();
    } catch (ServiceConfigurationError e) {
      throw unusable(spi, e);
    }
  }

  private static IllegalArgumentException unusable(Class<?> spi, ServiceConfigurationError e) {
    return new IllegalArgumentException(
        "META-INF/services/" + spi.getName() + " cannot be used", e);
  }

  private <T> String ambiguous(Class<T> spi, List<ServiceLoader.Provider<T>> providers) {
    return "META-INF/services/"
        + spi.getName()
        + " names more than one class: "
        + String.join(", ", providers.stream().map(each -> each.type().getName()).toList())
        + "; leave one, or name one by init-param";
  }

  /** Something of our own that is to be closed with the extensions. */
  <T extends AutoCloseable> T closing(T ours) {
    return made(ours);
  }

  private <T> T made(T extension) {
    if (extension instanceof AutoCloseable closeable) {
      made.push(closeable);
    }
    return extension;
  }

  /** Closes what this look-up made, the newest first; what fails does not keep the rest open. */
  @Override
  public void close() {
    while (!made.isEmpty()) {
      AutoCloseable closeable = made.pop();
      try {
        closeable.close();
      } catch (Exception | Error e) { // a class that is gone by now, for example
        LOG.warn("{} could not be closed", closeable.getClass().getName(), new BareTrace(e));
      }
    }
  }
}
