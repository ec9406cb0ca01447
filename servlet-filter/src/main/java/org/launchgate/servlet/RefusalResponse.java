package org.launchgate.servlet;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
 * @param relaunchUrl where the user starts again; empty where nobody knows
 */
record RefusalResponse(
    int status,
    String title,
    String text,
    String advice,
    OptionalInt retryAfterSeconds,
    Optional<String> relaunchUrl) {

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
              RefusalReason.PARTNER_REPORT_ONLY,
              reportOnly(),
              RefusalReason.ACCOUNT_UNKNOWN,
              noAccount(),
              RefusalReason.ACCOUNT_NOT_LINKED,
              notLinked(),
              RefusalReason.ACCOUNT_LINKED_OTHERWISE,
              linkedOtherwise(),
              RefusalReason.MEDIA_TYPE_NOT_SUPPORTED,
              response(
                  415,
                  "Unsupported media type",
                  "The request from your system has a form that is not supported.")));

  /** What a refused launch is answered. */
  static RefusalResponse of(RefusalReason reason) {
    return NOT_DENIED.getOrDefault(reason, DENIED);
  }

  /**
   * What is answered where the application itself said no.
   *
   * @param text its words, in HTML's escaping
   */
  static RefusalResponse byApplication(String text) {
    return response(403, "Access denied", HtmlPage.escaped(text));
  }

  /** What is answered when no verdict could be reached. */
  static RefusalResponse unavailable() {
    return new RefusalResponse(
        503,
        "Temporarily unavailable",
        "The application cannot check the request from your system at the moment.",
        "Wait a minute, then go back to your own system and open the application from there"
            + " again.",
        OptionalInt.of(30),
        Optional.empty());
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
    return response(
        401,
        "Please start from your own system",
        "This page is only there for users who come from their own system, and for a limited"
            + " time.");
  }

  /** What is answered to a log-out that another site sent. */
  static RefusalResponse logoutDenied() {
    return new RefusalResponse(
        403,
        "Access denied",
        "Another site asked to log you out. You are still logged in.",
        "Log out in the application itself.",
        OptionalInt.empty(),
        Optional.empty());
  }

  /** What is answered to a request that names a window which is gone. */
  static RefusalResponse staleWindow() {
    return new RefusalResponse(
        409,
        "The patient in this window is no longer in focus",
        "Another patient was opened since, or this one was closed. Nothing was saved or changed.",
        "Close this window, or open the patient from your own system again.",
        OptionalInt.empty(),
        Optional.empty());
  }

  /** What is answered to a request that changes something and names no window. */
  static RefusalResponse unnamedWindow() {
    return new RefusalResponse(
        409,
        "It is not certain which patient this is about",
        "The page does not say for which patient it was made. Nothing was saved or changed.",
        "Open the patient from your own system again, and repeat what you did.",
        OptionalInt.empty(),
        Optional.empty());
  }

  /** What is answered where a patient is needed and it is not certain which. */
  static RefusalResponse noWindow() {
    return new RefusalResponse(
        409,
        "No patient is in focus",
        "This page is about one patient, and none is chosen in this window.",
        "Open the patient from your own system again.",
        OptionalInt.empty(),
        Optional.empty());
  }

  /** What is answered to a page of a session that has ended. */
  static RefusalResponse sessionEnded() {
    return response(
        401,
        "Your session has ended",
        "You were not active for a while, or have logged out, so the application has closed.");
  }

  /** The same, with the address where the user starts again. */
  RefusalResponse leadingTo(Optional<String> url) {
    return new RefusalResponse(status, title, text, advice, retryAfterSeconds, url);
  }

  private static RefusalResponse reportOnly() {
    return new RefusalResponse(
        403,
        "Verified, not switched on yet",
        "The request from your system is in order. The application is being connected to your"
            + " system and lets nobody in from there yet.",
        "Wait until you hear that it is switched on.",
        OptionalInt.empty(),
        Optional.empty());
  }

  private static RefusalResponse noAccount() {
    return new RefusalResponse(
        403,
        "You have no account here yet",
        "Your system has said who you are, and the application does not know you.",
        "Ask whoever looks after the application to give you an account.",
        OptionalInt.empty(),
        Optional.empty());
  }

  private static RefusalResponse notLinked() {
    return new RefusalResponse(
        403,
        "Nothing was linked",
        "Your account stays as it was, and the patient was not opened.",
        "Close this window, or go on in the application.",
        OptionalInt.empty(),
        Optional.empty());
  }

  private static RefusalResponse linkedOtherwise() {
    return new RefusalResponse(
        403,
        "You have another account here",
        "Who you are in your own system is linked to another account than the one that you have"
            + " logged in with.",
        "Ask whoever looks after the application to remove that link.",
        OptionalInt.empty(),
        Optional.empty());
  }

  private static RefusalResponse tooLarge() {
    return response(413, "Content too large", "The request from your system is too large.");
  }

  private static RefusalResponse response(int status, String title, String text) {
    return new RefusalResponse(
        status, title, text, START_AGAIN, OptionalInt.empty(), Optional.empty());
  }
}
