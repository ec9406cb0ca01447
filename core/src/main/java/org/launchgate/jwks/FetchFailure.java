package org.launchgate.jwks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/**
 * A fetch that gave no keys, with the reason in words for the log. Without a stack trace: it is
 * expected, and its reason is all there is to know.
 */
final class FetchFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MAX_LENGTH = 300;

  /**
   * A failure.
   *
   * @param reason may quote what the server sent: it is shortened, and every character that could
   *     fake a line of a log becomes a dot
   */
  FetchFailure(String reason) {
    super(oneLine(reason), null, false, false);
  }

  /** The reason, fit for one line of a log. */
  String reason() {
    return String.valueOf(getMessage());
  }

  /** Why there was no connection, or no longer one. */
  static String reason(IOException e) {
    String detail = oneLine(String.valueOf(e.getMessage()));
    if (e instanceof SSLException) {
      return "TLS failed: " + detail;
    }
    if (e instanceof SocketTimeoutException) {
      return "no connection in time";
    }
    return (e instanceof ConnectException ? "no connection: " : "the connection failed: ") + detail;
  }

  /** The text on one line of printable ASCII. */
  static String oneLine(String text) {
    String shown = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    return shown.replaceAll("[^ -~]", ".");
  }
}
