package org.launchgate.example.attack;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a filter does with a request of HTTP. */
@FunctionalInterface
interface Step {
  void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException;

  /** As a filter. */
  static Filter of(Step step) {
    return (request, response, chain) ->
        step.pass((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }
}
