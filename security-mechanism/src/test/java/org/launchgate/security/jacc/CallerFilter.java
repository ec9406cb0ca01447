package org.launchgate.security.jacc;

import jakarta.security.jacc.PolicyContext;
import jakarta.security.jacc.PolicyContextException;
import jakarta.security.jacc.PolicyContextHandler;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.security.auth.Subject;

/**
 * What Jakarta Security's {@code SecurityContext} asks of Jakarta Authorization, which Tomcat does
 * not have: who the caller is. It stands before every other filter.
 */
public class CallerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final ThreadLocal<HttpServletRequest> REQUEST = new ThreadLocal<>();

  @Override
  public void init() throws ServletException {
    Map<String, Supplier<Object>> answers =
        Map.of(
            "jakarta.servlet.http.HttpServletRequest",
            REQUEST::get,
            "javax.security.auth.Subject.container",
            CallerFilter::subject);
    try {
      for (Map.Entry<String, Supplier<Object>> each : answers.entrySet()) {
        PolicyContext.registerHandler(
            each.getKey(), new Answer(each.getKey(), each.getValue()), true);
      }
    } catch (PolicyContextException e) {
      throw new ServletException(e);
    }
  }

  private static Subject subject() {
    HttpServletRequest request = REQUEST.get();
    return request == null || request.getUserPrincipal() == null
        ? new Subject()
        : new Subject(false, Set.of(request.getUserPrincipal()), Set.of(), Set.of());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    REQUEST.set(request);
    try {
      chain.doFilter(request, response);
    } finally {
      REQUEST.remove();
    }
  }

  private record Answer(String key, Supplier<Object> answer) implements PolicyContextHandler {
    @Override
    public Object getContext(String asked, Object data) {
      return answer.get();
    }

    @Override
    public String[] getKeys() {
      return new String[] {key};
    }

    @Override
    public boolean supports(String asked) {
      return key.equals(asked);
    }
  }
}
