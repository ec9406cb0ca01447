package org.launchgate.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No verdict could be reached because something that has to be asked does not answer: a key source,
 * a store, a directory. It is answered 503, logged, and is never a refusal and never a pass.
 *
 * <p>The message goes to the log: it names what did not answer, never the token or a person.
 */
public class LaunchUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable List<PartnerKey> otherKeys;

  /** What did not answer. */
  public LaunchUnavailableException(String message) {
    super(message);
    this.otherKeys = null;
  }

  /** What did not answer, and the failure behind it. */
  public LaunchUnavailableException(String message, Throwable cause) {
    super(message, cause);
    this.otherKeys = null;
  }

  private LaunchUnavailableException(LaunchUnavailableException from, List<PartnerKey> otherKeys) {
    super(from.getMessage(), from);
    this.otherKeys = List.copyOf(otherKeys);
  }

  /**
   * The same of a {@link KeyResolver} with several sources, with the keys that the other ones gave:
   * a token that one of them has signed has its verdict all the same, any other has none.
   */
  public LaunchUnavailableException withOtherKeys(List<PartnerKey> keys) {
    return new LaunchUnavailableException(this, keys);
  }

  /** The keys of the sources that did answer; may be empty. */
  public List<PartnerKey> otherKeys() {
    return otherKeys == null ? List.of() : otherKeys;
  }
}
