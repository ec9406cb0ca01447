package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.4: who reads what. */
class AcceptLanguageTest {

  private static Language best(String... headers) {
    return AcceptLanguage.best(List.of(headers));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl|DUTCH",
        "nl-BE|DUTCH",
        "NL-nl|DUTCH",
        "nb|BOKMAL",
        "nb-NO|BOKMAL",
        "no|BOKMAL",
        "no-NO|BOKMAL",
        "nn|BOKMAL",
        "nn-NO|BOKMAL",
        "de|GERMAN",
        "de-Latn-CH-1996|GERMAN",
        "fr-CA|FRENCH",
        "en-GB|ENGLISH"
      })
  void rangeLeadsToItsLanguage(String range, Language language) {
    assertThat(best(range)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nl, de|DUTCH",
        "nl;q=0.5, de|GERMAN",
        "nl;q=0.5, de;q=0.501|GERMAN",
        "fy, nl-NL;q=0.9, en;q=0.8|DUTCH",
        "sv, da;q=0.9, nb;q=0.1|BOKMAL",
        "en-US,en;q=0.9,nl;q=0.8|ENGLISH",
        "de;q=0, fr;q=0.001|FRENCH",
        "nl;q=1.000, de;q=1|DUTCH",
        "nl ; q=0.1 , de ;Q=0.2|GERMAN"
      })
  void heaviestRangeCountsAndTheFirstOfEqualOnes(String header, Language language) {
    assertThat(best(header)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|ENGLISH",
        "de;q=0.5, *;q=0.1|GERMAN",
        "de;q=0.5, *|ENGLISH",
        "en;q=0, *|DUTCH",
        "en;q=0, nl;q=0, *;q=0.5|BOKMAL",
        "en;q=0.1, *;q=0.5, fr;q=0.4|DUTCH"
      })
  void wildcardStandsForWhatNoOtherRangeNames(String header, Language language) {
    assertThat(best(header)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "sv",
        "zh-Hant-TW",
        "nl;q=0",
        "nl;q=0, *;q=0",
        "nlx",
        "n",
        ",;,",
        "nl;q=x",
        "nl;q=1.1",
        "-nl",
        "nl_NL"
      })
  void englishIsForEverybodyElse(String header) {
    assertThat(best(header)).isEqualTo(Language.ENGLISH);
  }

  @Test
  void whatIsMalformedIsPassedOverAlone() {
    assertThat(best("de;q=2, nl;q=0.3, ;;;q, fr;q=0.2")).isEqualTo(Language.DUTCH);
  }

  @Test
  void noHeaderIsEnglish() {
    assertThat(best()).isEqualTo(Language.ENGLISH);
  }

  @Test
  void allHeadersAreRead() {
    assertThat(best("nl;q=0.4", "fr;q=0.6")).isEqualTo(Language.FRENCH);
  }
}
