package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts of the five languages: complete, alike, and each in its own. */
class PageTextsTest {
  /** What is the same word in two languages. */
  private static final Set<String> SAME_IN_GERMAN_AND_FRENCH =
      Set.of("choice.numbered"); // Patient {id}

  /** How nobody of these is addressed. */
  private static final Map<Language, Pattern> FAMILIAR =
      Map.of(
          Language.DUTCH, words("je|jij|jou|jouw"),
          Language.GERMAN, words("du|dich|dir|dein\\w*|euch|euer"),
          Language.FRENCH, words("tu|te|toi|ton|ta|tes"));

  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "\\b(" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static PageTexts english() {
    return PageTexts.in(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasEveryText(Language language) {
    assertThat(PageTexts.in(language).keys()).isEqualTo(english().keys());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextHasThePlacesOfTheEnglishOne(Language language) {
    for (String key : english().keys()) {
      assertThat(PageTexts.in(language).get(key).places())
          .as(key)
          .isEqualTo(english().get(key).places());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextIsPlainAndTidy(Language language) {
    for (String key : english().keys()) {
      assertThat(PageTexts.in(language).get(key).text())
          .as(key)
          .isNotBlank()
          .isEqualTo(PageTexts.in(language).get(key).text().strip())
          .doesNotContain("<", ">", "&", "\"", "\\", "  ", "'", "\n", "\uFFFD")
          .doesNotContainPattern("\\{(?![a-z]+})");
    }
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
  void noTextIsLeftUntranslated(Language language) {
    Set<String> same = new TreeSet<>();
    for (String key : english().keys()) {
      String text = PageTexts.in(language).get(key).text();
      if (text.equals(english().get(key).text()) && !text.matches("\\{[a-z]+}")) {
        same.add(key);
      }
    }
    boolean related = language == Language.GERMAN || language == Language.FRENCH;
    assertThat(same).isEqualTo(related ? SAME_IN_GERMAN_AND_FRENCH : Set.of());
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
  void noLanguageHasTheTextOfAnother(Language language) {
    for (String key : english().keys()) {
      String text = PageTexts.in(language).get(key).text();
      if (!text.matches("\\{[a-z]+}") && !SAME_IN_GERMAN_AND_FRENCH.contains(key)) {
        assertThat(Arrays.stream(Language.values()).filter(other -> other != language))
            .as(key)
            .noneMatch(other -> PageTexts.in(other).get(key).text().equals(text));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"DUTCH", "GERMAN", "FRENCH"})
  void usersAreAddressedFormally(Language language) {
    for (String key : english().keys()) {
      assertThat(PageTexts.in(language).get(key).text())
          .as(key)
          .doesNotContainPattern(FAMILIAR.get(language));
    }
  }

  @ParameterizedTest
  @EnumSource(PageMessage.class)
  void everyPageSaysWhatHappenedAndWhatToDo(PageMessage message) {
    for (String part : new String[] {"title", "text", "advice"}) {
      assertThat(english().keys()).contains(message.words(part).key());
    }
  }

  /** A key that no page says would be translated for nobody. */
  @Test
  void everyTextIsOfAPage() {
    Set<String> pages = new TreeSet<>();
    Arrays.stream(PageMessage.values()).map(PageMessage::label).forEach(pages::add);
    assertThat(english().keys())
        .allMatch(
            key -> key.equals("relaunch") || key.equals("reference") || pages.contains(page(key)));
  }

  private static String page(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void fileIsWrittenInUtf8AndWithoutEscapes(Language language) throws Exception {
    String name = "pages-" + language.tag() + ".properties";
    try (InputStream file = PageTexts.class.getResourceAsStream(name)) {
      byte[] bytes = file.readAllBytes();
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      assertThat(text).doesNotContain("\\u", "\r").endsWith("\n");
    }
  }

  @Test
  void textThatIsNotThereIsAMistake() {
    assertThatThrownBy(() -> english().get("denied.nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("denied.nothing");
  }
}
