package org.launchgate.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Shows a page of ours: by the application's own page where it has one, else by the built-in
 * template. Each has a reference, under which the log has a line.
 */
final class PageAnswer {
  private final OwnPages own;
  private final References references;
  private final LaunchLog log;

  PageAnswer(OwnPages own, References references, LaunchLog log) {
    this.own = own;
    this.references = references;
    this.log = log;
  }

  /** A reference for a page about which nothing was logged yet, with its line. */
  String note(HttpServletRequest request, PageMessage message) {
    String reference = references.next();
    log.shown(reference, message, request.getRemoteAddr());
    return reference;
  }

  void show(HttpServletRequest request, HttpServletResponse response, Page page)
      throws IOException {
    HttpAnswer.guard(response);
    Page whole = page.reference() == null ? page.under(note(request, page.message())) : page;
    response.setStatus(whole.status());
    whole.retryAfterSeconds().ifPresent(s -> response.setIntHeader("Retry-After", s));
    Language language = HttpAnswer.language(request);
    if (!isForwarded(request, response, whole, language)) {
      HttpAnswer.page(response, whole, language);
    }
  }

  private boolean isForwarded(
      HttpServletRequest request, HttpServletResponse response, Page page, Language language) {
    String path = own.path(page.kind()).orElse(null);
    @Nullable RequestDispatcher target = path == null ? null : request.getRequestDispatcher(path);
    if (path == null || target == null) {
      return false;
    }
    HeadersSoFar headers = HeadersSoFar.of(response);
    prepare(request, response, page, language);
    try {
      target.forward(new TokenlessRequest(request), new ErrorPageResponse(response));
      return true;
    } catch (ServletException | IOException | RuntimeException e) {
      log.errorPageFailed(path, e);
      return recovered(response, headers);
    }
  }

  /** An earlier launch of this session is not what the page is about: it shows no patient. */
  private static void prepare(
      HttpServletRequest request, HttpServletResponse response, Page page, Language language) {
    RequestLaunch.fixNone(request);
    request.setAttribute(PageView.ATTRIBUTE, new PageView(page, language));
    if (page.kind().isRefusal()) {
      request.setAttribute(RefusalView.ATTRIBUTE, new RefusalView(page));
    }
    page.form()
        .map(HtmlPage::framing)
        .ifPresent(framing -> response.setHeader("Content-Security-Policy", framing));
  }

  /** Clears what the page left behind; true when too much of it is on its way already. */
  private static boolean recovered(HttpServletResponse response, HeadersSoFar headers) {
    if (response.isCommitted()) {
      return true;
    }
    response.reset();
    headers.setOn(response);
    return false;
  }
}
