package org.launchgate.servlet;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that asks whether to go on as another user, and the answer to it. */
record Question(HttpResponse<String> page) {
  private static final Pattern TICKET =
      Pattern.compile(
          "<form method=\"post\" action=\"/app/launch\"><input type=\"hidden\""
              + " name=\"launch_ticket\" value=\"([A-Za-z0-9_-]{43})\"><button>");

  /** What the answer posts. */
  String form() {
    if (page.statusCode() != 200) {
      throw new AssertionError("no question: " + page.statusCode() + " " + page.body());
    }
    Matcher ticket = TICKET.matcher(page.body());
    if (!ticket.find()) {
      throw new AssertionError("no question: " + page.body());
    }
    return "launch_ticket=" + ticket.group(1);
  }

  /** Says yes. */
  HttpResponse<String> yes(Browser browser) {
    return browser.postOnly("/launch", form());
  }
}
