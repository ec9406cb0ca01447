package org.launchgate.profile;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a profile takes the value of a context field from. */
public sealed interface ValueSource {

  /**
   * From a claim.
   *
   * @param pointer where the claim stands
   */
  record Claim(JsonPointer pointer) implements ValueSource {}

  /**
   * From a half of a claim that is a reference, such as {@code Patient/123}.
   *
   * @param pointer where the claim stands
   * @param half which half
   * @param resourceTypes the types whose references are taken; empty for all
   */
  record Part(JsonPointer pointer, Half half, Set<String> resourceTypes) implements ValueSource {

    /** Copies the types. */
    public Part {
      resourceTypes = Set.copyOf(resourceTypes);
    }

    /** Whether references to that type are taken. */
    public boolean takes(String type) {
      return resourceTypes.isEmpty() || resourceTypes.contains(type);
    }
  }

  /**
   * The same for every token. A constant system goes with its value: where the value is absent, so
   * is the system.
   *
   * @param text the value
   */
  record Constant(String text) implements ValueSource {}

  /**
   * The value of the best element of a claim that is a list of objects. Its system only chooses.
   *
   * @param element which list and which of its elements
   */
  record Listed(IdentifierSource.Element element) implements ValueSource {}

  /**
   * The first of several that gives a value.
   *
   * @param sources in order of preference
   */
  record FirstOf(List<ValueSource> sources) implements ValueSource {

    /** Copies the sources. */
    public FirstOf {
      sources = List.copyOf(sources);
    }
  }

  /** A half of a reference. */
  enum Half {
    /** What stands before the slash. */
    TYPE,
    /** What stands after the slash. */
    ID
  }

  /** The sources that are asked one after the other; itself where it is one. */
  default Stream<ValueSource> each() {
    return this instanceof FirstOf first
        ? first.sources().stream().flatMap(ValueSource::each)
        : Stream.of(this);
  }
}
