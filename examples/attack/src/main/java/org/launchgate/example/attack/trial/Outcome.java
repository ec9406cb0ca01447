package org.launchgate.example.attack.trial;

import java.io.IOException;

/** How one variant of an attack ended. */
public sealed interface Outcome {
  /** It ended as it should. */
  record Held() implements Outcome {}

  /**
   * The deployment did what it must not do.
   *
   * @param how a few words, without anything of the token
   */
  record Broken(String how) implements Outcome {}

  /**
   * It could not be tried.
   *
   * @param why a few words
   */
  record Skipped(String why) implements Outcome {}

  /** It ended as it should. */
  static Outcome held() {
    return new Held();
  }

  /** The deployment did what it must not do. */
  static Outcome broken(String how) {
    return new Broken(how);
  }

  /** It could not be tried. */
  static Outcome skipped(String why) {
    return new Skipped(why);
  }

  /** Held when that is so. */
  static Outcome heldIf(boolean condition, String otherwise) {
    return condition ? held() : broken(otherwise);
  }

  /** This one, and where it held the other. */
  default Outcome and(Trial.Step next) throws IOException {
    return this instanceof Held ? next.run() : this;
  }
}
