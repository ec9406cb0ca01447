package org.launchgate.jaspic;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A stand-in for an interface: it answers what it was told to, and nothing to all else. */
final class Fake<T> {
  private final Class<T> type;
  private final Map<String, Function<Object[], Object>> answers = new HashMap<>();

  private Fake(Class<T> type) {
    this.type = type;
  }

  static <T> Fake<T> of(Class<T> type) {
    return new Fake<>(type);
  }

  Fake<T> answer(String method, Object value) {
    return answer(method, arguments -> value);
  }

  Fake<T> answer(String method, Function<Object[], Object> answer) {
    answers.put(method, answer);
    return this;
  }

  /** Has it keep attributes. */
  Fake<T> with(Map<String, Object> attributes) {
    return answer("getAttribute", a -> attributes.get(a[0]))
        .answer("setAttribute", a -> attributes.put((String) a[0], a[1]))
        .answer("removeAttribute", a -> attributes.remove(a[0]))
        .answer("getAttributeNames", a -> Collections.enumeration(Map.copyOf(attributes).keySet()));
  }

  T make() {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], Object> answer = answers.get(method.getName());
              Object value = answer == null ? null : answer.apply(arguments);
              return value == null || method.getReturnType() == void.class
                  ? nothing(method.getReturnType())
                  : value;
            }));
  }

  private static Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    return type == Enumeration.class ? Collections.emptyEnumeration() : null;
  }
}
