package org.launchgate.servlet;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.launchgate.RefusalReason;

/**
 * What a browser is told when it does not get what it asked for: one table for every adapter, with
 * nothing in it that helps an attacker to try again (checklist row 39). What is refused by a rule
 * for tokens has one text only, whichever rule it was.
 *
 * @param status the HTTP status
 * @param title a few words
 * @param text what happened, in plain words
 * @param advice what the user can do next
 * @param retryAfterSeconds for the header Retry-After
 */
record RefusalResponse(
    int status, String title, String text, String advice, OptionalInt retryAfterSeconds) {

  private static final String START_AGAIN =
      "Go back to your own system and open the application from there again.";

  /** For every rule that a request, its token, its sender or its way breaks. */
  private static final RefusalResponse DENIED =
      response(403, "Access denied", "The application could not be opened from your system.");

  /** Requests for whose fault HTTP has a status of its own that fits; all others are denied. */
  private static final Map<RefusalReason, RefusalResponse> NOT_DENIED =
      new EnumMap<>(
          Map.of(
              RefusalReason.REQUEST_TOO_LARGE,
              tooLarge(),
              RefusalReason.TOKEN_TOO_LARGE,
              tooLarge(),
              RefusalReason.MEDIA_TYPE_NOT_SUPPORTED,
              response(
                  415,
                  "Unsupported media type",
                  "The request from your system has a form that is not supported.")));

  /** What a refused launch is answered. */
  static RefusalResponse of(RefusalReason reason) {
    return NOT_DENIED.getOrDefault(reason, DENIED);
  }

  /** What is answered when no verdict could be reached. */
  static RefusalResponse unavailable() {
    return new RefusalResponse(
        503,
        "Temporarily unavailable",
        "The application cannot check the request from your system at the moment.",
        "Wait a minute, then go back to your own system and open the application from there"
            + " again.",
        OptionalInt.of(30));
  }

  /**
   * What is answered to a token that may have been used before this start. Nothing is said about
   * when to try again: this request will get no other answer, and a new launch can be made at once.
   */
  static RefusalResponse launchAgain() {
    return response(
        503,
        "Please launch again",
        "The application has just been started and cannot tell whether this request from your"
            + " system was used before that.");
  }

  /** What is answered where a launch is needed and there is none. */
  static RefusalResponse loginRequired() {
    return new RefusalResponse(
        401,
        "Please start from your own system",
        "This page is only there for users who come from their own system, and for a limited"
            + " time.",
        START_AGAIN,
        OptionalInt.empty());
  }

  /** What is answered to a log-out that another site sent. */
  static RefusalResponse logoutDenied() {
    return new RefusalResponse(
        403,
        "Access denied",
        "Another site asked to log you out. You are still logged in.",
        "Log out in the application itself.",
        OptionalInt.empty());
  }

  private static RefusalResponse tooLarge() {
    return response(413, "Content too large", "The request from your system is too large.");
  }

  private static RefusalResponse response(int status, String title, String text) {
    return new RefusalResponse(status, title, text, START_AGAIN, OptionalInt.empty());
  }
}
