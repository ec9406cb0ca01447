package org.launchgate.example.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the portal knows about a problem's code. */
class IcpcChapterTest {

  @Test
  void letterOfTheCodeNamesTheChapter() {
    assertThat(IcpcChapter.of("T90")).contains(IcpcChapter.T);
    assertThat(IcpcChapter.of("L02")).map(IcpcChapter::title).contains("Musculoskeletal");
    assertThat(IcpcChapter.of("T90.02")).contains(IcpcChapter.T);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "T", "C01", "t90", "T9", "T900", "TABLE"})
  void whatIsNoCodeHasNoChapter(String code) {
    assertThat(IcpcChapter.of(code)).isEmpty();
  }
}
