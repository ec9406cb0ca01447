package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/**
 * Writes the answers that Launchgate gives itself. Never by sendError, which servers redecorate.
 */
final class HttpAnswer {
  private HttpAnswer() {}

  /** What every answer of ours carries: kept by nobody, its address told to nobody. */
  static void guard(HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  /** An answer without a body. */
  static void empty(HttpServletResponse response, int status) {
    response.setStatus(status);
    if (status != HttpServletResponse.SC_NO_CONTENT) {
      response.setContentLength(0);
    }
  }

  static void notAllowed(HttpServletResponse response, String allowed) {
    response.setHeader("Allow", allowed);
    empty(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }

  /** One of our own pages, in that language. */
  static void page(HttpServletResponse response, Page page, Language language) throws IOException {
    response.setHeader("Content-Security-Policy", HtmlPage.policy(page));
    response.setHeader("Content-Language", language.tag());
    response.addHeader("Vary", "Accept-Language");
    write(response, page.status(), "text/html", HtmlPage.of(page, language));
  }

  static void json(HttpServletResponse response, String json) throws IOException {
    write(response, HttpServletResponse.SC_OK, "application/json", json);
  }

  static void problem(HttpServletResponse response, int status, String json) throws IOException {
    write(response, status, "application/problem+json", json);
  }

  /** Says that something has failed, whatever somebody had begun to say, and sends it off. */
  static void failure(HttpServletResponse response) throws IOException {
    response.reset();
    guard(response);
    write(
        response,
        HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
        "text/plain",
        "The request could not be answered.\n");
    response.flushBuffer();
  }

  /**
   * Whether nobody looks at a page: JSON is preferred or sent, or the browser says that a script
   * asks.
   */
  static boolean isForScript(HttpServletRequest request) {
    return prefersJson(request)
        || ScriptLaunch.is(request)
        || "empty".equals(request.getHeader("Sec-Fetch-Dest"))
        || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
  }

  /** In which language whoever asks wants to read. */
  static Language language(HttpServletRequest request) {
    return AcceptLanguage.best(Collections.list(request.getHeaders("Accept-Language")));
  }

  static boolean prefersJson(HttpServletRequest request) {
    return new AcceptHeader(Collections.list(request.getHeaders("Accept"))).prefersJson();
  }

  private static void write(HttpServletResponse response, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
