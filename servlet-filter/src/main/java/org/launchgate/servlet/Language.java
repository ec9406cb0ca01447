package org.launchgate.servlet;

import java.util.Locale;
import java.util.Optional;

/** A language that our own pages are written in. English is for everybody else. */
enum Language {
  ENGLISH("en"),
  DUTCH("nl"),
  BOKMAL("nb"),
  GERMAN("de"),
  FRENCH("fr");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Its tag (BCP 47), for {@code lang} and {@code Content-Language}. */
  String tag() {
    return tag;
  }

  /**
   * The one that a language range leads to by its first part (RFC 4647, section 3.4). Who reads
   * Norwegian, of whichever form, reads Bokmål.
   */
  static Optional<Language> of(String range) {
    String first = range.toLowerCase(Locale.ROOT).split("-", 2)[0];
    return switch (first) {
      case "en" -> Optional.of(ENGLISH);
      case "nl" -> Optional.of(DUTCH);
      case "nb", "no", "nn" -> Optional.of(BOKMAL);
      case "de" -> Optional.of(GERMAN);
      case "fr" -> Optional.of(FRENCH);
      default -> Optional.empty();
    };
  }
}
