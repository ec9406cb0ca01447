package org.launchgate.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client that it does not get in: as problem details where it prefers JSON, else by the
 * application's own page, else by the built-in one.
 */
final class RefusalAnswer {
  private final Optional<String> errorPage;
  private final LaunchLog log;

  RefusalAnswer(Optional<String> errorPage, LaunchLog log) {
    this.errorPage = errorPage;
    this.log = log;
  }

  void send(
      HttpServletRequest request,
      HttpServletResponse response,
      RefusalResponse refusal,
      @Nullable String reference)
      throws IOException {
    if (response.isCommitted()) {
      return; // the container has answered a body that it could not read
    }
    HttpAnswer.guard(response);
    response.setStatus(refusal.status());
    refusal.retryAfterSeconds().ifPresent(s -> response.setIntHeader("Retry-After", s));
    if (HttpAnswer.isForScript(request)) {
      HttpAnswer.problem(response, refusal.status(), RefusalPage.problemJson(refusal, reference));
    } else if (!isForwarded(request, response, refusal, reference)) {
      HttpAnswer.page(response, refusal.status(), RefusalPage.html(refusal, reference));
    }
  }

  private boolean isForwarded(
      HttpServletRequest request,
      HttpServletResponse response,
      RefusalResponse refusal,
      @Nullable String reference) {
    RequestDispatcher page = errorPage.map(request::getRequestDispatcher).orElse(null);
    if (page == null) {
      return false;
    }
    // An earlier launch of this session is not what the page is about: it shows no patient.
    RequestLaunch.fixNone(request);
    request.setAttribute(RefusalView.ATTRIBUTE, new RefusalView(refusal, reference));
    try {
      page.forward(new TokenlessRequest(request), new ErrorPageResponse(response));
      return true;
    } catch (ServletException | IOException | RuntimeException e) {
      log.errorPageFailed(errorPage.get(), e);
      return recovered(response, refusal);
    }
  }

  /** Clears what the page left behind; true when too much of it is on its way already. */
  private static boolean recovered(HttpServletResponse response, RefusalResponse refusal) {
    if (response.isCommitted()) {
      return true;
    }
    response.reset();
    HttpAnswer.guard(response);
    refusal.retryAfterSeconds().ifPresent(s -> response.setIntHeader("Retry-After", s));
    return false;
  }
}
