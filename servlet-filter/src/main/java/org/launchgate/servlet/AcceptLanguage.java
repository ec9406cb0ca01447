package org.launchgate.servlet;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** In which of our languages a client would rather read (RFC 9110, section 12.5.4). */
final class AcceptLanguage {
  private static final String ANY = "*";

  private AcceptLanguage() {}

  /**
   * The language of the heaviest range that leads to one; of equal ones the first counts. English
   * where none does, since a page in the wrong language is better than none.
   *
   * @param values of all Accept-Language headers
   */
  static Language best(List<String> values) {
    List<AcceptRange> ranges = AcceptRange.read(values);
    return ranges.stream()
        .filter(range -> range.weight() > 0)
        .sorted(Comparator.comparingDouble(AcceptRange::weight).reversed())
        .map(range -> range.value().equals(ANY) ? unrefused(ranges) : Language.of(range.value()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Language.ENGLISH);
  }

  /** What a wildcard leads to: it does not stand for what another range names. */
  private static Optional<Language> unrefused(List<AcceptRange> ranges) {
    Set<Language> named = EnumSet.noneOf(Language.class);
    ranges.forEach(range -> Language.of(range.value()).ifPresent(named::add));
    return Stream.of(Language.values()).filter(language -> !named.contains(language)).findFirst();
  }
}
