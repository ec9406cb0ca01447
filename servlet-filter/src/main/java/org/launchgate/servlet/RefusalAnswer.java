package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client that it does not get in: as problem details where it prefers JSON, else by a page.
 */
final class RefusalAnswer {
  private final PageAnswer pages;

  RefusalAnswer(PageAnswer pages) {
    this.pages = pages;
  }

  /**
   * Answers.
   *
   * @param logged under which reference the log says why; null where nothing was said yet
   */
  void send(
      HttpServletRequest request,
      HttpServletResponse response,
      RefusalResponse refusal,
      @Nullable String logged)
      throws IOException {
    if (response.isCommitted()) {
      return; // the container has answered a body that it could not read
    }
    String reference = logged == null ? pages.note(request, refusal.message()) : logged;
    if (HttpAnswer.isForScript(request)) {
      HttpAnswer.guard(response);
      refusal.retryAfterSeconds().ifPresent(s -> response.setIntHeader("Retry-After", s));
      HttpAnswer.problem(response, refusal.status(), RefusalProblem.json(refusal, reference));
    } else {
      pages.show(request, response, refusal.page(reference));
    }
  }
}
