package org.launchgate.servlet;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the application's handler gave along to a launch.
 *
 * @param place where its user is led; null for the configured target
 * @param attributes what the window keeps for the application
 */
record Handed(@Nullable String place, LinkedHashMap<String, Serializable> attributes)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nothing. */
  static final Handed NOTHING = new Handed(null, new LinkedHashMap<>());

  static Handed of(HandlerDecision.Proceed proceed) {
    return new Handed(proceed.target().orElse(null), new LinkedHashMap<>(proceed.attributes()));
  }

  Optional<String> target() {
    return Optional.ofNullable(place);
  }

  /** What an application keeps may be anything. */
  @Override
  public String toString() {
    return "Handed";
  }
}
