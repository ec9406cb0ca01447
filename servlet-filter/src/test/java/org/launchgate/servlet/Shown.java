package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPatient;

/**
 * What a request shows to the application.
 *
 * @param user the user's name; {@code -} for none
 * @param patient the patient's id; {@code -} for none
 * @param window the window's id; {@code -} for none
 * @param practitioner whether the user has the role of Demo XIS
 */
record Shown(String user, String patient, String window, boolean practitioner) {
  static final String PATH = "/whoami";
  static final String DEFAULT_USER = "demo-xis|agb-z|01029999";
  static final Shown NOBODY = new Shown("-", "-", "-", false);

  /** The page that says it; the application answers nothing else with 200 there. */
  static final TomcatApp.Page PAGE =
      (request, response) -> response.getWriter().print(of(request).line());

  static Shown of(HttpServletRequest request) {
    return new Shown(
        request.getRemoteUser() == null ? "-" : request.getRemoteUser(),
        LaunchAttributes.contextOf(request)
            .flatMap(LaunchContext::patient)
            .flatMap(LaunchPatient::id)
            .orElse("-"),
        LaunchAttributes.windowOf(request).orElse("-"),
        request.isUserInRole("practitioner"));
  }

  private String line() {
    return user + " " + patient + " " + window + " " + practitioner;
  }

  /** What a browser sees. */
  static Shown to(Browser browser, String... headers) {
    return in(browser.get(PATH, headers));
  }

  /** What a browser sees in one window. */
  static Shown toWindow(Browser browser, String window) {
    return in(browser.get(PATH + "?_lw=" + window));
  }

  static Shown in(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError("expected 200, got " + answer.statusCode() + " " + answer.body());
    }
    String[] parts = answer.body().split(" ", -1);
    return new Shown(parts[0], parts[1], parts[2], Boolean.parseBoolean(parts[3]));
  }
}
