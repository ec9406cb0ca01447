package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** What an answer that may show a patient carries, unless the application says otherwise. */
final class PatientPage {
  /** What the browser loads as one of these is no patient's. */
  private static final Set<String> PARTS = Set.of("style", "script", "font");

  private PatientPage() {}

  /** Kept by no browser, so that nobody goes back to it; its address told to no other site. */
  static void protect(HttpServletRequest bound, HttpServletResponse response) {
    if (RequestLaunch.of(bound).flatMap(RequestLaunch::window).isPresent()
        && !PARTS.contains(String.valueOf(bound.getHeader("Sec-Fetch-Dest")))) {
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Referrer-Policy", "same-origin");
    }
  }
}
