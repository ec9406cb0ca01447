package org.launchgate.cdi;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Knows which request a thread is serving: not every container has a request scope in a dispatch of
 * an asynchronous request, nor in the error dispatch after one.
 */
final class RequestsOfThreads implements Filter {
  /** Of one application: nothing is static. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable ServletRequest> requests = new ThreadLocal<>();

  /** The request of this thread; null where the filter is not mapped for what it is doing. */
  @Nullable ServletRequest current() {
    return requests.get();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServletRequest outer = requests.get();
    requests.set(request);
    try {
      chain.doFilter(request, response);
    } finally {
      if (outer == null) {
        requests.remove();
      } else {
        requests.set(outer);
      }
    }
  }
}
