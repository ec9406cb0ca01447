package org.launchgate.profile;

import java.util.List;

/** Where a profile takes an identifier from, system and value together. */
public sealed interface IdentifierSource {

  /**
   * From two sources of their own. It gives an identifier where the value is there.
   *
   * @param system where the system comes from
   * @param value where the value comes from
   */
  record Pair(ValueSource system, ValueSource value) implements IdentifierSource {}

  /**
   * From an element of a claim that is a list of objects.
   *
   * @param list where the list stands
   * @param system where the system comes from, a claim of the element or a constant
   * @param value the claim of the element that is the value
   * @param preferred the systems that are taken, the best first; empty for the first element that
   *     has a value, whatever its system
   */
  record Element(
      JsonPointer list, ValueSource system, ValueSource.Claim value, List<String> preferred)
      implements IdentifierSource {

    /** Copies the systems. */
    public Element {
      preferred = List.copyOf(preferred);
    }
  }
}
