package org.launchgate.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A browser with its cookies, in front of {@link FakeContainer}. */
final class FakeBrowser {
  final String name;
  private final FakeContainer container;
  private final Map<String, String> jar = new ConcurrentHashMap<>();

  FakeBrowser(String name, FakeContainer container) {
    this.name = name;
    this.container = container;
  }

  FakeExchange get(String target, Map<String, String> headers, FilterChain application) {
    return send("GET", target, null, headers, application);
  }

  FakeExchange get(String target) {
    return get(target, Map.of(), FakeBrowser::nothing);
  }

  FakeExchange post(String target, String form) {
    return send("POST", target, form, Map.of(), FakeBrowser::nothing);
  }

  /** Posts as a page of another site does: the answer's cookies are kept, none is sent. */
  FakeExchange postFromElsewhere(String target, String form, Map<String, String> headers) {
    return exchange("POST", target, form, headers, FakeBrowser::nothing, Map.of());
  }

  FakeExchange send(
      String method,
      String target,
      String form,
      Map<String, String> headers,
      FilterChain application) {
    return exchange(method, target, form, headers, application, Map.copyOf(jar));
  }

  private FakeExchange exchange(
      String method,
      String target,
      String form,
      Map<String, String> headers,
      FilterChain application,
      Map<String, String> cookies) {
    FakeExchange exchange = new FakeExchange(container, method, target, form, headers, cookies);
    container.send(exchange, application);
    exchange.set.forEach(this::keep);
    return exchange;
  }

  private static void nothing(
      jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response) {
    // an application that does nothing
  }

  private void keep(Cookie cookie) {
    if (cookie.getMaxAge() == 0) {
      jar.remove(cookie.getName());
    } else {
      jar.put(cookie.getName(), cookie.getValue());
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
