package org.launchgate.example.portal;

import java.util.Arrays;
import java.util.Optional;

/** The chapters of the International Classification of Primary Care, by the letter of a code. */
enum IcpcChapter {
  A("General and unspecified"),
  B("Blood and immune system"),
  D("Digestive"),
  F("Eye"),
  H("Ear"),
  K("Cardiovascular"),
  L("Musculoskeletal"),
  N("Neurological"),
  P("Psychological"),
  R("Respiratory"),
  S("Skin"),
  T("Endocrine, metabolic and nutritional"),
  U("Urological"),
  W("Pregnancy and family planning"),
  X("Female genital"),
  Y("Male genital"),
  Z("Social problems");

  private final String title;

  IcpcChapter(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The chapter of a code such as {@code T90}; empty for what is no code of the classification. */
  static Optional<IcpcChapter> of(String code) {
    return Arrays.stream(values())
        .filter(chapter -> code.matches(chapter.name() + "[0-9]{2}(\\.[0-9]{2})?"))
        .findFirst();
  }
}
