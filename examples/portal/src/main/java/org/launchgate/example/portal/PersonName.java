package org.launchgate.example.portal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person's name out of the parts that a partner sent. */
final class PersonName {
  private PersonName() {}

  /** The parts that are there, with blanks between them; empty when none is. */
  static Optional<String> of(List<Optional<String>> parts) {
    String name = parts.stream().flatMap(Optional::stream).collect(Collectors.joining(" "));
    return Optional.of(name).filter(text -> !text.isEmpty());
  }
}
