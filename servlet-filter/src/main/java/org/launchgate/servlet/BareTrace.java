package org.launchgate.servlet;

import org.jspecify.annotations.Nullable;

/**
 * A failure without its words: the classes and stack traces of an exception and its causes, for the
 * log. The message of an exception that is not ours may quote a token or a person.
 */
final class BareTrace extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MAX_CAUSES = 8;

  BareTrace(Throwable failure) {
    this(failure, MAX_CAUSES);
  }

  private BareTrace(Throwable failure, int causes) {
    super(failure.getClass().getName(), cause(failure, causes), false, true);
    setStackTrace(failure.getStackTrace());
  }

  private static @Nullable BareTrace cause(Throwable failure, int causes) {
    Throwable cause = failure.getCause();
    return cause == null || causes == 0 ? null : new BareTrace(cause, causes - 1);
  }
}
