package org.launchgate.example.attack;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** What receivers have got wrong around a token. */
final class HttpHole {
  private static final List<String> PURPOSES =
      List.of("sec-purpose", "purpose", "x-moz", "x-purpose");

  private HttpHole() {}

  /** None. */
  static Filter none() {
    return Step.of((request, response, chain) -> chain.doFilter(request, response));
  }

  /** A session that was there before keeps its id, and everybody gets one. */
  static Filter keptSession() {
    return Step.of(
        (request, response, chain) -> {
          if (request.getServletPath().equals("/")) {
            request.getSession(true);
          }
          chain.doFilter(new KeptSession(request), response);
        });
  }

  private static final class KeptSession extends HttpServletRequestWrapper {
    KeptSession(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String changeSessionId() {
      return getSession(true).getId();
    }
  }

  /** A browser that only looks ahead is not recognised. */
  static Filter takenPrefetch() {
    return Step.of(
        (request, response, chain) -> chain.doFilter(new WithoutPurpose(request), response));
  }

  private static final class WithoutPurpose extends HttpServletRequestWrapper {
    WithoutPurpose(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return PURPOSES.contains(name.toLowerCase(Locale.ROOT))
          ? Collections.emptyEnumeration()
          : super.getHeaders(name);
    }
  }

  /** HEAD is answered as GET is. */
  static Filter takenHead() {
    return Step.of((request, response, chain) -> chain.doFilter(new HeadIsGet(request), response));
  }

  private static final class HeadIsGet extends HttpServletRequestWrapper {
    HeadIsGet(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
    }
  }

  /** Answers may be kept in caches. */
  static Filter keptAnswers() {
    return changedHeader("Cache-Control", "private");
  }

  /** A field of the link says where a good launch leads. */
  static Filter openRedirect() {
    return Step.of(
        (request, response, chain) -> {
          String next = request.getMethod().equals("GET") ? request.getParameter("next") : null;
          chain.doFilter(
              request, next == null ? response : new ChangedHeader(response, "Location", next));
        });
  }

  private static Filter changedHeader(String name, String value) {
    return Step.of(
        (request, response, chain) ->
            chain.doFilter(request, new ChangedHeader(response, name, value)));
  }

  private static final class ChangedHeader extends HttpServletResponseWrapper {
    private final String name;
    private final String value;

    ChangedHeader(HttpServletResponse response, String name, String value) {
      super(response);
      this.name = name;
      this.value = value;
    }

    @Override
    public void setHeader(String header, String other) {
      super.setHeader(header, header.equals(name) ? value : other);
    }
  }

  /** A refusal tells whether the algorithm was the agreed one. */
  static Filter tellingAlgorithms() {
    return Step.of(
        (request, response, chain) -> {
          TokenHole.inLink(request)
              .filter(token -> !token.header().contains("\"alg\":\"RS256\""))
              .ifPresent(token -> response.setHeader("X-Reason", "alg"));
          chain.doFilter(request, response);
        });
  }

  /** An answer repeats the token. */
  static Filter repeating() {
    return Step.of(
        (request, response, chain) -> {
          TokenHole.inLink(request)
              .ifPresent(
                  token -> response.setHeader("X-Payload", token.text().split("\\.", -1)[0]));
          chain.doFilter(request, response);
        });
  }
}
