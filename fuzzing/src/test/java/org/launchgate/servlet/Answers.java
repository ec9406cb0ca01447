package org.launchgate.servlet;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Makes an interface of the Servlet API out of the answers of its methods, by their names. */
final class Answers {
  private Answers() {}

  /** One that fails on every other call. */
  static <T> T as(Class<T> type, Map<String, Function<Object[], Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new AssertionError("unexpected call of " + method);
              }
              return answer.apply(arguments);
            }));
  }
}
