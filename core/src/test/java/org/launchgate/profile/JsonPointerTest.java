package org.launchgate.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;

class JsonPointerTest {

  /** The document of RFC 6901 section 5. */
  private static final String RFC_DOCUMENT =
      """
      {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4,
       "i\\\\j": 5, "k\\"l": 6, " ": 7, "m~n": 8}
      """;

  private static final String DOCUMENT =
      """
      {"user-id": {"system": "urn:x", "value": "u1"}, "nothing": null,
       "list": ["zero", {"id": 1}, [true], null], "numbers": {"0": "name", "-": "dash", "01": "one"},
       "~1": "tilde one", "": {"": "empty twice"}, "text": "abc",
       "long": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, "ten"]}
      """;

  private static Map<String, @Nullable Object> object(String text) throws StrictJsonException {
    return StrictJson.readObject(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/foo/0, bar",
        "/foo/1, baz",
        "/, 0",
        "/a~1b, 1",
        "/c%d, 2",
        "/e^f, 3",
        "/g|h, 4",
        "/i\\j, 5",
        "/k\"l, 6",
        "`/ `, 7",
        "/m~0n, 8",
      })
  void theExamplesOfTheRfcAreFound(String pointer, String expected) throws Exception {
    assertThat(JsonPointer.parse(pointer).find(object(RFC_DOCUMENT))).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/user-id/system, urn:x",
    "/list/0, zero",
    "/list/1/id, 1",
    "/list/2/0, true",
    "/numbers/0, name",
    "/numbers/-, dash",
    "/numbers/01, one",
    "/~01, tilde one",
    "//, empty twice",
    "/long/9, 9",
    "/long/10, ten",
  })
  void aValueThatIsThereIsFound(String pointer, String expected) throws Exception {
    Map<String, @Nullable Object> document = object(DOCUMENT);

    assertThat(JsonPointer.parse(pointer).find(document)).hasToString(expected);
    assertThat(JsonPointer.parse(pointer).isPresent(document)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/other",
        "/User-Id",
        "/user-id/other",
        "/user-id/system/",
        "/user-id.system",
        "/text/0",
        "/text/length",
        "/nothing/a",
        "/nothing/0",
        "/list/4",
        "/list/-",
        "/list/-1",
        "/list/+1",
        "/list/00",
        "/list/01",
        "/list/1.0",
        "/list/ 1",
        "/list/",
        "/list/id",
        "/list/\u0661",
        "/list/4294967296",
        "/list/99999999999999999999",
        "///",
        "/~1",
      })
  void aValueThatIsNotThereIsAbsent(String pointer) throws Exception {
    Map<String, @Nullable Object> document = object(DOCUMENT);

    assertThat(JsonPointer.parse(pointer).find(document)).isNull();
    assertThat(JsonPointer.parse(pointer).isPresent(document)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/list/3"})
  void jsonNullIsPresentAndFoundAsNull(String pointer) throws Exception {
    Map<String, @Nullable Object> document = object(DOCUMENT);

    assertThat(JsonPointer.parse(pointer).find(document)).isNull();
    assertThat(JsonPointer.parse(pointer).isPresent(document)).isTrue();
  }

  @Test
  void objectsAndArraysAreFoundToo() throws Exception {
    Map<String, @Nullable Object> document = object(DOCUMENT);

    assertThat(JsonPointer.parse("/list/2").find(document)).isEqualTo(List.of(true));
    assertThat(JsonPointer.parse("/list/1").find(document)).isEqualTo(Map.of("id", 1L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "user", "user/id", " /user", "#/user", "~1user"})
  void aTextThatDoesNotStartWithASlashIsRefusedAndNamed(String text) {
    assertThatThrownBy(() -> JsonPointer.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining('"' + text + '"')
        .hasMessageContaining("does not start with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/~", "/a~", "/a~/b", "/~2", "/a~~0", "/ok~0~1~x", "/a/~ 0"})
  void aTildeWithoutItsDigitIsRefusedAndNamed(String text) {
    assertThatThrownBy(() -> JsonPointer.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining('"' + text + '"')
        .hasMessageContaining("not followed by");
  }

  @Test
  void theTextIsKept() {
    assertThat(JsonPointer.parse("/a~1b/0/")).hasToString("/a~1b/0/");
  }

  @Test
  void pointersWithTheSameTextAreEqual() {
    JsonPointer pointer = JsonPointer.parse("/a/b");

    assertThat(pointer)
        .isEqualTo(JsonPointer.parse("/a/b"))
        .hasSameHashCodeAs(JsonPointer.parse("/a/b"))
        .isNotEqualTo(JsonPointer.parse("/a~1b"))
        .isNotEqualTo("/a/b")
        .isNotEqualTo(null);
    assertThat(pointer).doesNotHaveSameHashCodeAs(JsonPointer.parse("/a/c"));
  }

  @Test
  void indexOfNineDigitsIsFound() {
    List<String> endless = Collections.nCopies(100_000_001, "x");

    assertThat(JsonPointer.parse("/list/100000000").find(Map.of("list", endless))).isEqualTo("x");
    assertThat(JsonPointer.parse("/list/100000001").find(Map.of("list", endless))).isNull();
  }
}
