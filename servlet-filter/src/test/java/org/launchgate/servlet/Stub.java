package org.launchgate.servlet;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A stand-in for an interface that answers what a test told it and fails on every other call. */
final class Stub<T> {
  private final Class<T> type;
  private final Map<String, Function<Object[], Object>> answers = new LinkedHashMap<>();

  private Stub(Class<T> type) {
    this.type = type;
  }

  static <T> Stub<T> of(Class<T> type) {
    return new Stub<>(type);
  }

  Stub<T> answer(String method, Object value) {
    return answer(method, arguments -> value);
  }

  Stub<T> answer(String method, Function<Object[], Object> answer) {
    answers.put(method, answer);
    return this;
  }

  T stub() {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new AssertionError("unexpected call of " + method.getName());
              }
              return answer.apply(arguments);
            }));
  }
}
