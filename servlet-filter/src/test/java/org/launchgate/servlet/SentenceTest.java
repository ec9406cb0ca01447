package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts with other people's words in them. */
class SentenceTest {

  @Test
  void wordsStandInTheirPlaces() {
    assertThat(
            new Sentence("{user} of {partner} is {user}.")
                .plain(Map.of("user", "A", "partner", "B")))
        .isEqualTo("A of B is A.");
  }

  @Test
  void allOfItIsEscapedInHtml() {
    assertThat(
            new Sentence("<b> & {user} 'x' \"y\"").html(Map.of("user", "<i title='a' id=\"b\">&")))
        .isEqualTo(
            "&lt;b&gt; &amp; <strong>&lt;i title=&#39;a&#39; id=&quot;b&quot;&gt;&amp;</strong>"
                + " &#39;x&#39; &quot;y&quot;");
  }

  @Test
  void wordThatLooksLikeAPlaceIsNone() {
    assertThat(new Sentence("{a}{b}").plain(Map.of("a", "{b}", "b", "{a}$1\\")))
        .isEqualTo("{b}{a}$1\\");
  }

  @Test
  void placeWithoutAWordIsAMistake() {
    assertThatThrownBy(() -> new Sentence("Hello {user}").plain(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{user}");
  }

  @Test
  void namesOfPlacesAreTold() {
    assertThat(new Sentence("{user} of {partner}: {user} {}{A}").places())
        .containsExactly("partner", "user");
  }
}
