package org.launchgate.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A thread serves one request after the other, and none may be told of the one before. */
class RequestsOfThreadsTest {
  private final RequestsOfThreads requests = new RequestsOfThreads();
  private final ServletRequest outer = fake(ServletRequest.class);
  private final ServletRequest inner = fake(ServletRequest.class);
  private final ServletResponse response = fake(ServletResponse.class);

  private static <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
  }

  @Test
  void threadKnowsItsRequestWhileItServesIt() throws Exception {
    assertThat(requests.current()).isNull();

    requests.doFilter(
        outer,
        response,
        (now, answer) -> {
          assertThat(requests.current()).isSameAs(outer);
          assertThat(onAnotherThread()).isNull();
          requests.doFilter(
              inner, response, (later, again) -> assertThat(requests.current()).isSameAs(inner));
          assertThat(requests.current()).isSameAs(outer);
        });

    assertThat(requests.current()).isNull();
  }

  private @Nullable ServletRequest onAnotherThread() {
    return CompletableFuture.supplyAsync(requests::current, task -> new Thread(task).start())
        .join();
  }

  @Test
  void requestThatFailsIsForgottenToo() {
    assertThatThrownBy(
            () ->
                requests.doFilter(
                    outer,
                    response,
                    (now, answer) -> {
                      throw new ServletException("as it is told to");
                    }))
        .isInstanceOf(ServletException.class);

    assertThat(requests.current()).isNull();
  }
}
