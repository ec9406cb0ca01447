package org.launchgate.example.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Pages with patient data: kept in no cache, framed by nobody, with nothing loaded from outside.
 */
public final class PageHeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String CONTENT_POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
          + "object-src 'none'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", CONTENT_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    boolean asset = request.getServletPath().startsWith("/assets/");
    response.setHeader("Cache-Control", asset ? "no-cache" : "no-store");
    chain.doFilter(request, response);
  }
}
