package org.launchgate.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.profile.JsonPointer;

/** What {@link StrictJson} accepts, and the values that come of it. */
class StrictJsonTest {

  private static @Nullable Object read(String text) throws StrictJsonException {
    return StrictJson.read(text.getBytes(UTF_8));
  }

  private static Map<String, @Nullable Object> readObject(String text) throws StrictJsonException {
    return StrictJson.readObject(text.getBytes(UTF_8));
  }

  @Nested
  class Structure {

    @Test
    void anObjectKeepsTheOrderOfTheDocument() throws Exception {
      assertThat(readObject("{\"z\":1,\"a\":2,\"m\":3,\"\":4}").keySet())
          .containsExactly("z", "a", "m", "");
    }

    @Test
    void aMemberThatIsNullIsPresent() throws Exception {
      assertThat(readObject("{\"a\":null}")).containsKey("a").containsEntry("a", null);
    }

    @Test
    void anArrayMayHoldNull() throws Exception {
      assertThat(read("[null,1,null]")).isEqualTo(Arrays.asList(null, 1L, null));
    }

    @Test
    void aTokenPayloadIsReadWhole() throws Exception {
      String payload =
          """
          { "iss": "Demo XIS", "user": {"id": "u1", "roles": ["a", "b"], "active": true},
            "patient": null, "iat": 1780000000.5 }
          """;

      Map<String, @Nullable Object> claims = readObject(payload);

      assertThat(claims.keySet()).containsExactly("iss", "user", "patient", "iat");
      assertThat(claims)
          .containsEntry("iss", "Demo XIS")
          .containsEntry("user", Map.of("id", "u1", "roles", List.of("a", "b"), "active", true))
          .containsEntry("patient", null)
          .containsEntry("iat", 1780000000.5);
    }

    @Test
    void emptyObjectsAndArraysAreRead() throws Exception {
      assertThat(read("[{},[],[ ],{ }]"))
          .isEqualTo(List.of(Map.of(), List.of(), List.of(), Map.of()));
    }

    @Test
    void allFourWhiteSpaceCharactersMayStandAroundEveryToken() throws Exception {
      String text = "_{_\"a\"_:_[_1_,_true_]_,_\"b\"_:_null_}_".replace("_", " \t\r\n");

      Map<String, @Nullable Object> value = readObject(text);

      assertThat(value).containsEntry("a", List.of(1L, true)).containsEntry("b", null).hasSize(2);
    }

    @Test
    void theSameNameMayComeBackInAnotherObject() throws Exception {
      assertThat(readObject("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":2},{\"a\":3}]}"))
          .containsEntry("a", Map.of("a", Map.of("a", 1L)))
          .containsEntry("b", List.of(Map.of("a", 2L), Map.of("a", 3L)));
    }

    @Test
    void namesThatDifferOnlyInCaseOrNormalizationAreDifferent() throws Exception {
      assertThat(readObject("{\"iss\":1,\"ISS\":2,\"\u00e9\":3,\"e\u0301\":4}")).hasSize(4);
    }

    @Test
    void literalsAreRead() throws Exception {
      assertThat(read("true")).isEqualTo(true);
      assertThat(read("false")).isEqualTo(false);
      assertThat(read("null")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void thirtyTwoLevelsAreAccepted(String open) throws Exception {
      String close = open.equals("[") ? "]" : "}";

      assertThat(read(open.repeat(31) + "[]" + close.repeat(31))).isNotNull();
    }

    @Test
    void manyNeighboursDoNotCountAsDepth() throws Exception {
      String text = "[" + "[],{},".repeat(100) + "[]]";

      assertThat((List<?>) read(text)).hasSize(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/object", "/array/0"})
    void objectsCannotBeChangedAtAnyDepth(String place) throws Exception {
      Map<String, @Nullable Object> root =
          readObject("{\"object\":{\"a\":1},\"array\":[{\"a\":1}]}");

      assertThatThrownBy(root::clear).isInstanceOf(UnsupportedOperationException.class);
      assertThat(JsonPointer.parse(place).find(root))
          .isInstanceOfSatisfying(
              Map.class,
              object ->
                  assertThatThrownBy(object::clear)
                      .isInstanceOf(UnsupportedOperationException.class));
    }

    @Test
    void arraysCannotBeChanged() throws Exception {
      assertThat(read("[1]"))
          .isInstanceOfSatisfying(
              List.class,
              array ->
                  assertThatThrownBy(array::clear)
                      .isInstanceOf(UnsupportedOperationException.class));
    }

    @Test
    void theInputIsLeftUnchanged() throws Exception {
      byte[] text = "{\"a\":[1,\"b\\n\",null]}".getBytes(UTF_8);
      byte[] before = text.clone();

      StrictJson.readObject(text);

      assertThat(text).isEqualTo(before);
    }
  }

  @Nested
  class Strings {

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {
          "\\\", 22",
          "\\\\, 5c",
          "\\/, 2f",
          "\\b, 8",
          "\\f, c",
          "\\n, a",
          "\\r, d",
          "\\t, 9",
          "\\u0000, 0",
          "\\u001f, 1f",
          "\\u00e9, e9",
          "\\u00E9, e9",
          "\\uabCD, abcd",
          "\\uD7FF, d7ff",
          "\\uE000, e000",
          "\\ufeff, feff",
          "\\uFFFC, fffc",
          "\\uFFFF, ffff",
          "\\uD800\\uDC00, 10000",
          "\\ud83d\\ude00, 1f600",
          "\\uDBFF\\uDFFF, 10ffff",
        })
    void everyEscapeIsUnderstood(String escape, String codePoint) throws Exception {
      String expected = Character.toString(Integer.parseInt(codePoint, 16));

      assertThat(read('"' + escape + '"')).isEqualTo(expected);
      assertThat(read("\"before" + escape + "after\"")).isEqualTo("before" + expected + "after");
      assertThat(readObject("{\"" + escape + "\":1}")).containsEntry(expected, 1L);
    }

    @ParameterizedTest
    @ValueSource(
        ints = {
          0x20, 0x21, 0x23, 0x2F, 0x5B, 0x5D, 0x7E, 0x7F, 0x80, 0xE9, 0x7FF, 0x800, 0xD7FF, 0xE000,
          0xFEFF, 0xFFFC, 0xFFFE, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF
        })
    void aCharacterThatNeedsNoEscapeStandsForItself(int codePoint) throws Exception {
      String character = Character.toString(codePoint);

      assertThat(read('"' + character + '"')).isEqualTo(character);
      assertThat(read("\"a" + character + character + "z\""))
          .isEqualTo("a" + character.repeat(2) + "z");
    }

    @Test
    void anEmptyStringIsRead() throws Exception {
      assertThat(read("\"\"")).isEqualTo("");
    }

    @Test
    void aLongStringOfAllKindsIsRead() throws Exception {
      String expected = "Bj\u00f8rn \u65e5\u672c \ud83d\ude00 \" \\ \n".repeat(1000);
      String written = expected.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");

      assertThat(read('"' + written + '"')).isEqualTo(expected);
    }
  }

  @Nested
  class Numbers {

    @ParameterizedTest
    @CsvSource({
      "0, 0",
      "-0, 0",
      "7, 7",
      "-1, -1",
      "10, 10",
      "1780000000, 1780000000",
      "999999999999999999, 999999999999999999",
      "-999999999999999999, -999999999999999999",
      "1000000000000000000, 1000000000000000000",
      "9223372036854775807, 9223372036854775807",
      "-9223372036854775808, -9223372036854775808",
    })
    void anIntegerThatFitsIsALong(String text, long expected) throws Exception {
      assertThat(read(text)).isEqualTo(expected);
      assertThat(read("[" + text + "]")).isEqualTo(List.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "9223372036854775808",
          "-9223372036854775809",
          "100000000000000000000",
          "12345678901234567890123456789012",
          "-2345678901234567890123456789012",
        })
    void aLongerIntegerIsABigInteger(String text) throws Exception {
      assertThat(read(text)).isEqualTo(new BigInteger(text));
    }

    @ParameterizedTest
    @CsvSource({
      "0.0, 0.0",
      "-0.0, -0.0",
      "-0e0, -0.0",
      "1.0, 1.0",
      "1.50, 1.5",
      "-12.5, -12.5",
      "1e3, 1000.0",
      "1E+3, 1000.0",
      "1.5e-3, 0.0015",
      "0e999999999, 0.0",
      "1e00000000000000000000000000000, 1.0",
      "4.9e-324, 4.9e-324",
      "1e-999999999, 0.0",
      "9007199254740993.0, 9007199254740992.0",
      "1.7976931348623157e308, 1.7976931348623157e308",
      "-1.7976931348623157e308, -1.7976931348623157e308",
      "1.7976931348623158e308, 1.7976931348623157e308",
      "12345678901234567890123456789.01, 1.2345678901234568e28",
    })
    void aFractionOrAnExponentMakesADouble(String text, double expected) throws Exception {
      assertThat(read(text)).isEqualTo(expected);
    }
  }
}
