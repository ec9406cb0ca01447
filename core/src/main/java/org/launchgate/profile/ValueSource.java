package org.launchgate.profile;

/** Where a profile takes the value of a context field from. */
public sealed interface ValueSource {

  /**
   * From a claim.
   *
   * @param pointer where the claim stands
   */
  record Claim(JsonPointer pointer) implements ValueSource {}

  /**
   * The same for every token. A constant system goes with its value: where the value is absent, so
   * is the system.
   *
   * @param text the value
   */
  record Constant(String text) implements ValueSource {}
}
