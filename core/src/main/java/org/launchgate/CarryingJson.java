package org.launchgate;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;

/**
 * Reads the JSON object in which a token was posted, by the rules by which tokens are read: strict
 * UTF-8, no member twice, bounded depth. For adapters that take launches from HTTP.
 */
public final class CarryingJson {
  private CarryingJson() {}

  /**
   * The members of the object; empty when the text is no JSON object that every reader understands
   * in the same way.
   *
   * @param utf8 the whole text, whose length the caller limits
   */
  public static Optional<Map<String, @Nullable Object>> read(byte[] utf8) {
    try {
      return Optional.of(StrictJson.readObject(utf8));
    } catch (StrictJsonException e) {
      return Optional.empty();
    }
  }
}
