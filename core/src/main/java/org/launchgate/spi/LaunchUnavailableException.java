package org.launchgate.spi;

/**
 * No verdict could be reached because something that has to be asked does not answer: a key source,
 * a store, a directory. It is answered 503, logged, and is never a refusal and never a pass.
 *
 * <p>The message goes to the log: it names what did not answer, never the token or a person.
 */
public class LaunchUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What did not answer. */
  public LaunchUnavailableException(String message) {
    super(message);
  }

  /** What did not answer, and the failure behind it. */
  public LaunchUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
