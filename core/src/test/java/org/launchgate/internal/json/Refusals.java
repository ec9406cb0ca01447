package org.launchgate.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Shorthand of the tests for what {@link StrictJson} says about a text that it has to refuse. */
final class Refusals {

  private Refusals() {}

  static StrictJsonException refusal(byte[] text) {
    return catchThrowableOfType(StrictJsonException.class, () -> StrictJson.read(text));
  }

  static StrictJsonException refusal(String text) {
    return refusal(text.getBytes(UTF_8));
  }

  static String reason(byte[] text) {
    return refusal(text).reason();
  }

  static String reason(String text) {
    return refusal(text).reason();
  }
}
