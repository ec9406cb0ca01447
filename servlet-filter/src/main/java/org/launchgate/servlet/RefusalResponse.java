package org.launchgate.servlet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.launchgate.RefusalReason;

/**
 * What a browser is told when it does not get what it asked for: one table for every adapter, with
 * nothing in it that helps an attacker to try again (checklist row 39). What is refused by a rule
 * for tokens has one text only, whichever rule it was.
 *
 * @param status the HTTP status
 * @param message what is said, in plain words, and what the user can do next
 * @param retryAfterSeconds for the header Retry-After
 * @param relaunchUrl where the user starts again; empty where nobody knows
 * @param said what the application says instead of the message's text; empty for ours
 */
record RefusalResponse(
    int status,
    PageMessage message,
    OptionalInt retryAfterSeconds,
    Optional<String> relaunchUrl,
    Optional<String> said) {

  /** For every rule that a request, its token, its sender or its way breaks. */
  private static final RefusalResponse DENIED = response(403, PageMessage.DENIED);

  /** Requests for whose fault HTTP has a status of its own that fits; all others are denied. */
  private static final Map<RefusalReason, RefusalResponse> NOT_DENIED =
      new EnumMap<>(
          Map.of(
              RefusalReason.REQUEST_TOO_LARGE,
              response(413, PageMessage.TOO_LARGE),
              RefusalReason.TOKEN_TOO_LARGE,
              response(413, PageMessage.TOO_LARGE),
              RefusalReason.PARTNER_REPORT_ONLY,
              response(403, PageMessage.REPORT_ONLY),
              RefusalReason.ACCOUNT_UNKNOWN,
              response(403, PageMessage.NO_ACCOUNT),
              RefusalReason.ACCOUNT_NOT_LINKED,
              response(403, PageMessage.NOT_LINKED),
              RefusalReason.ACCOUNT_LINKED_OTHERWISE,
              response(403, PageMessage.LINKED_OTHERWISE),
              RefusalReason.MEDIA_TYPE_NOT_SUPPORTED,
              response(415, PageMessage.MEDIA_TYPE)));

  /** What a refused launch is answered. */
  static RefusalResponse of(RefusalReason reason) {
    return NOT_DENIED.getOrDefault(reason, DENIED);
  }

  /** What is answered where the application itself said no. */
  static RefusalResponse denied() {
    return DENIED;
  }

  /** What is answered when no verdict could be reached. */
  static RefusalResponse unavailable() {
    return new RefusalResponse(
        503, PageMessage.UNAVAILABLE, OptionalInt.of(30), Optional.empty(), Optional.empty());
  }

  /**
   * What is answered to a token that may have been used before this start. Nothing is said about
   * when to try again: this request will get no other answer, and a new launch can be made at once.
   */
  static RefusalResponse launchAgain() {
    return response(503, PageMessage.LAUNCH_AGAIN);
  }

  /** What is answered to a ticket's address that comes without any cookie, though it had one. */
  static RefusalResponse cookiesBlocked() {
    return response(403, PageMessage.COOKIES);
  }

  /** What is answered where a launch is needed and there is none. */
  static RefusalResponse loginRequired() {
    return response(401, PageMessage.LOGIN_REQUIRED);
  }

  /** What is answered to a log-out that another site sent. */
  static RefusalResponse logoutDenied() {
    return response(403, PageMessage.LOGOUT_DENIED);
  }

  /** What is answered to a request that names a window which is gone. */
  static RefusalResponse staleWindow() {
    return response(409, PageMessage.STALE_WINDOW);
  }

  /** What is answered to a request that changes something and names no window. */
  static RefusalResponse unnamedWindow() {
    return response(409, PageMessage.UNNAMED_WINDOW);
  }

  /** What is answered where a patient is needed and it is not certain which. */
  static RefusalResponse noWindow() {
    return response(409, PageMessage.NO_WINDOW);
  }

  /** What is answered to a page of a session that has ended. */
  static RefusalResponse sessionEnded() {
    return response(401, PageMessage.SESSION_ENDED);
  }

  /** The same, with the address where the user starts again. */
  RefusalResponse leadingTo(Optional<String> url) {
    return new RefusalResponse(status, message, retryAfterSeconds, url, said);
  }

  /** The same, with a text of the application's own about what happened. */
  RefusalResponse saying(String text) {
    return new RefusalResponse(status, message, retryAfterSeconds, relaunchUrl, Optional.of(text));
  }

  /** In English, for programs. */
  String title() {
    return message.words("title").in(Language.ENGLISH);
  }

  /** The page that says so. */
  Page page(@Nullable String reference) {
    return new Page(
        message,
        status,
        Map.of(),
        said,
        reference,
        retryAfterSeconds,
        relaunchUrl,
        Optional.empty(),
        List.of());
  }

  /** What an application says may hold anything. */
  @Override
  public String toString() {
    return "RefusalResponse[" + status + ", " + message + "]";
  }

  private static RefusalResponse response(int status, PageMessage message) {
    return new RefusalResponse(
        status, message, OptionalInt.empty(), Optional.empty(), Optional.empty());
  }
}
