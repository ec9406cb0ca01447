package org.launchgate;

import java.util.function.Supplier;
import org.launchgate.spi.LaunchUnavailableException;

/** Asks something that somebody else wrote: whatever it throws means that there is no verdict. */
final class Outside {
  private Outside() {}

  static <T> T ask(String what, Supplier<T> question) {
    try {
      return question.get();
    } catch (LaunchUnavailableException e) {
      throw e;
    } catch (Exception e) { // a checked one, too: other languages throw it undeclared
      // The message is left out: what somebody else wrote may quote what it was asked.
      throw new LaunchUnavailableException(
          "the " + what + " failed with " + e.getClass().getName(), e);
    }
  }
}
