package org.launchgate.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.internal.json.Refusals.reason;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link StrictJson} refuses about the structure of a text (RFC 8259 sections 2 to 5 and 9).
 */
class StrictJsonRefusalTest {

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "\"a\"", "1", "true", "null", " \n[]", "nul", "x"})
  void readObjectRefusesWhatIsNotAnObject(String text) {
    assertThatThrownBy(() -> StrictJson.readObject(text.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            StrictJsonException.class, e -> assertThat(e.reason()).isEqualTo("not a JSON object"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r "})
  void anEmptyTextIsRefusedByBothMethods(String text) {
    assertThat(reason(text)).isEqualTo("unexpected end of the text");
    assertThatThrownBy(() -> StrictJson.readObject(text.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            StrictJsonException.class,
            e -> assertThat(e.reason()).isEqualTo("unexpected end of the text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}{}",
        "{} x",
        "[],",
        "1 2",
        "\"a\"\"b\"",
        "truefalse",
        "null0",
        "[]]",
        "{}\0",
        "{}//"
      })
  void dataAfterTheValueIsRefused(String text) {
    assertThat(reason(text)).isEqualTo("data after the JSON value");
  }

  @Test
  void dataAfterAnObjectIsRefusedByReadObject() {
    assertThatThrownBy(() -> StrictJson.readObject("{} {}".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            StrictJsonException.class,
            e -> assertThat(e.reason()).isEqualTo("data after the JSON value"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[true,false,null,{\"b\":\"\\u00e9\\n\u00e9\"}],\"c\":-1.5e+3}",
        "[[\"\ud83d\ude00\",\"\\ud83d\\ude00\"],{\"k\":0}]",
      })
  void everyProperBeginningOfADocumentIsRefused(String text) {
    byte[] whole = text.getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      assertThat(reason(Arrays.copyOf(whole, length)))
          .as("the first %d bytes", length)
          .isIn("unexpected end of the text", "malformed UTF-8", "lone surrogate");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "undefined",
        "True",
        "NULL",
        "tRue",
        "nulL",
        "'a'",
        "a",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{null:1}",
        "{\"a\" 1}",
        "{\"a\"=1}",
        "{\"a\";1}",
        "[1;2]",
        "[1 2]",
        "{\"a\":1 \"b\":2}",
        "[,1]",
        "[1,,2]",
        "{,\"a\":1}",
        "{\"a\":1,,\"b\":2}",
        "{\"a\":}",
        "{\"a\"}",
        "[1}",
        "{\"a\":1]",
        "]",
        "}",
        ",",
        ":",
        "[:]",
        ".5",
        "+1",
        "[1.5.5]",
        "[0x10]",
        "[1L]",
        "[\0]",
        "[1\0]",
        "[1\f]",
        "[\u000b1]",
        "[\u00a0]",
        "[\u00e9]",
        "[\ufeff]",
        "[\ufffd]",
        "#",
        "[1#]",
        "(1)",
        "\\u0031"
      })
  void whatTheGrammarDoesNotAllowIsRefused(String text) {
    assertThat(reason(text)).isEqualTo("unexpected character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,]", "{\"a\":1,}", "[[1] , \n ]", "{\"a\":[1,]}", "{\"a\":1 , }"})
  void aTrailingCommaIsRefused(String text) {
    assertThat(reason(text)).isEqualTo("trailing comma");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//x\n1",
        "/* x */1",
        "[1/*x*/]",
        "[1,//x\n2]",
        "{/**/}",
        "{\"a\"/**/:1}",
        "{\"a\":/**/1}"
      })
  void aCommentIsRefused(String text) {
    assertThat(reason(text)).isEqualTo("comment");
  }

  // RFC 8259 section 4, RFC 7515 section 4, RFC 7519 section 4

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"a\":null,\"a\":null}",
        "{\"a\":null,\"a\":1}",
        "{\"a\":1,\"b\":2,\"a\":3}",
        "{\"\":1,\"\":2}",
        "{\"iss\":1,\"\\u0069ss\":2}",
        "{\"\\u0069ss\":1,\"\\u0069\\u0073s\":2}",
        "{\"\u00e9\":1,\"\\u00E9\":2}",
        "{\"\ud83d\ude00\":1,\"\\ud83d\\ude00\":2}",
        "{\"/\":1,\"\\/\":2}",
        "{\"x\":{\"a\":1,\"a\":2}}",
        "[[{\"x\":[{\"a\":1,\"a\":2}]}]]",
        "{\"a\":{\"a\":1},\"a\":2}",
      })
  void aDuplicateNameIsRefusedAtAnyDepth(String text) {
    assertThat(reason(text)).isEqualTo("duplicate member name");
  }

  @ParameterizedTest
  @CsvSource({"'[', ']'", "'{\"a\":', '}'", "'[{\"a\":', '}]'"})
  void theThirtyThirdLevelIsRefused(String open, String close) {
    int perUnit = close.length();
    String text = open.repeat(32 / perUnit) + "[]" + close.repeat(32 / perUnit);

    assertThat(reason(text)).isEqualTo("nested deeper than 32 levels");
  }

  @Test
  void theThirtyThirdLevelIsRefusedEvenIfNothingFollows() {
    assertThat(reason("[".repeat(33))).isEqualTo("nested deeper than 32 levels");
    assertThat(reason("[".repeat(32))).isEqualTo("unexpected end of the text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":", "[[],"})
  void aMillionLevelsAreRefusedWithoutAStackOverflow(String open) {
    assertThat(reason(open.repeat(1_000_000))).isEqualTo("nested deeper than 32 levels");
  }
}
