package org.launchgate.servlet;

import java.io.Serializable;
import java.util.LinkedHashMap;

/**
 * What the application's handler gave along to a launch.
 *
 * @param attributes what the window keeps for the application
 */
record Handed(LinkedHashMap<String, Serializable> attributes) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nothing. */
  static final Handed NOTHING = new Handed(new LinkedHashMap<>());

  static Handed of(HandlerDecision.Proceed proceed) {
    return new Handed(new LinkedHashMap<>(proceed.attributes()));
  }

  /** What an application keeps may be anything. */
  @Override
  public String toString() {
    return "Handed";
  }
}
