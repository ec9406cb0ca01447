package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Closes the window that a request names. By POST only, and not for a page of another origin. */
final class CloseEndpoint {
  private final RefusalAnswer refusals;
  private final PageAnswer pages;
  private final LaunchExit exit;

  CloseEndpoint(RefusalAnswer refusals, PageAnswer pages, LaunchExit exit) {
    this.refusals = refusals;
    this.pages = pages;
    this.exit = exit;
  }

  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpAnswer.guard(response);
    RequestLaunch launch = RequestLaunch.of(request).orElseThrow();
    if (!request.getMethod().equals("POST")) {
      HttpAnswer.notAllowed(response, "POST");
    } else if (LogoutEndpoint.isFromElsewhere(request)
        || WindowName.of(request).isEmpty()
        || launch.window().isEmpty()) {
      refusals.send(request, response, RefusalResponse.noWindow(), null);
    } else {
      exit.close(request, launch.window().get());
      launch.forgetWindow(request);
      if (HttpAnswer.isForScript(request)) {
        HttpAnswer.empty(response, HttpServletResponse.SC_NO_CONTENT);
      } else {
        pages.show(request, response, Page.of(PageMessage.CLOSED, HttpServletResponse.SC_OK));
      }
    }
  }
}
