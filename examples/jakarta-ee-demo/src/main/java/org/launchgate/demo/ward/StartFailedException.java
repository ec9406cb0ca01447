package org.launchgate.demo.ward;

import org.jspecify.annotations.Nullable;

/** The demo cannot start; the message is a sentence for the person who started it. */
final class StartFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  StartFailedException(String sentence) {
    this(sentence, null);
  }

  StartFailedException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** Another program has the port. */
  static StartFailedException portTaken(String property, int port, Throwable cause) {
    return new StartFailedException(
        "Port "
            + port
            + " is in use by another program; choose a free one with -D"
            + property
            + "=<port> (0 picks any).",
        cause);
  }
}
