package org.launchgate.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.internal.json.Refusals.reason;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link StrictJson} refuses about strings and the encoding (RFC 8259 sections 7 and 8, RFC
 * 3629).
 */
class StrictJsonStringRefusalTest {

  /** A string with these bytes in its middle. */
  private static byte[] stringWith(String hex) {
    return HexFormat.of().parseHex("2261" + hex.replace(" ", "") + "7a22");
  }

  // RFC 8259 section 7

  @Test
  void everyUnescapedControlCharacterIsRefused() {
    for (char c = 0; c < 0x20; c++) {
      assertThat(reason("\"" + c + "\""))
          .as("U+%04X", (int) c)
          .isEqualTo("unescaped control character");
      assertThat(reason("\"a\\n" + c + "\""))
          .as("U+%04X", (int) c)
          .isEqualTo("unescaped control character");
      assertThat(reason("{\"a" + c + "\":1}"))
          .as("U+%04X", (int) c)
          .isEqualTo("unescaped control character");
    }
  }

  @Test
  void everyUnknownEscapeIsRefused() {
    for (char c = 0; c < 0x80; c++) {
      if ("\"\\/bfnrtu".indexOf(c) < 0) {
        assertThat(reason("\"a\\" + c + "\"")).as("U+%04X", (int) c).isEqualTo("malformed escape");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u",
        "\\u1",
        "\\u12",
        "\\u123",
        "\\u123g",
        "\\ug123",
        "\\u 123",
        "\\u+123",
        "\\u-001",
        "\\u{41}",
        "\\U0041",
        "\\x41",
        "\\u004\u0661",
        "\\u00@0",
        "\\u00`0",
        "\\u00G0",
        "\\u00:0",
        "\\u00/0",
        "\\ud800\\u",
        "\\ud83d\\uzzzz"
      })
  void aMalformedEscapeIsRefused(String escape) {
    assertThat(reason('"' + escape + '"')).isEqualTo("malformed escape");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\"a", "\"\\", "\"\\u", "\"\\u00", "\"a\\\"", "{\"a", "\"\u00e9"})
  void anUnterminatedStringIsRefused(String text) {
    assertThat(reason(text)).isEqualTo("unexpected end of the text");
  }

  // RFC 8259 section 8.2

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\ud800",
        "\\udbff",
        "\\udc00",
        "\\udfff",
        "\\uD800x",
        "\\ud800\\ud800",
        "\\udc00\\ud800",
        "\\ud800\\n",
        "\\ud800\\u0041",
        "\\ud800\\ue000",
        "\\ud800\\udbff",
        "\\ud800\u00e9",
        "\\ud83d\\ude00\\ude00",
        "\\ude00\\ude00",
        "\\ud83dude00",
        "\\ud83d\\de00"
      })
  void aLoneSurrogateIsRefusedInAValueAndInAName(String escape) {
    assertThat(reason("\"a" + escape + "\"")).isEqualTo("lone surrogate");
    assertThat(reason("{\"a" + escape + "\":1}")).isEqualTo("lone surrogate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufffd", "\\ufffd", "\\uFFFD", "\\uFfFd", "Bj\ufffdrn", "\\n\ufffd"})
  void aReplacementCharacterIsRefusedInAValueAndInAName(String content) {
    assertThat(reason('"' + content + '"')).isEqualTo("replacement character U+FFFD");
    assertThat(reason("{\"" + content + "\":1}")).isEqualTo("replacement character U+FFFD");
  }

  // RFC 8259 section 8.1, RFC 3629 section 3

  @ParameterizedTest
  @CsvSource({
    "a continuation byte on its own, 80",
    "the last continuation byte on its own, BF",
    "overlong slash in two bytes, C0 AF",
    "overlong NUL, C0 80",
    "overlong U+007F, C1 BF",
    "overlong slash in three bytes, E0 80 AF",
    "overlong U+07FF, E0 9F BF",
    "overlong slash in four bytes, F0 80 80 AF",
    "overlong U+FFFF, F0 8F BF BF",
    "the first surrogate, ED A0 80",
    "the last surrogate, ED BF BF",
    "a surrogate pair (CESU-8), ED A0 BD ED B8 80",
    "U+110000, F4 90 80 80",
    "beyond the range, F5 80 80 80",
    "a four-byte lead without meaning, F7 BF BF BF",
    "five bytes, F8 88 80 80 80",
    "six bytes, FC 84 80 80 80 80",
    "the byte FE, FE",
    "the byte FF, FF",
    "two bytes broken off, C3",
    "three bytes broken off after one, E2",
    "three bytes broken off after two, E2 82",
    "four bytes broken off after one, F0",
    "four bytes broken off after two, F0 9F",
    "four bytes broken off after three, F0 9F 98",
    "a lead followed by a lead, C3 C3 A9",
    "a byte too many, C3 A9 A9",
    "Latin-1, 42 6A F8 72 6E",
  })
  void malformedUtf8IsRefused(String description, String hex) {
    assertThat(reason(stringWith(hex))).as(description).isEqualTo("malformed UTF-8");
  }

  @Test
  void everyTwoByteSequenceThatTheJdkRefusesIsRefused() throws Exception {
    for (int lead = 0x80; lead <= 0xFF; lead++) {
      for (int next = 0x80; next <= 0xFF; next++) {
        byte[] text = {'"', (byte) lead, (byte) next, '"'};
        String decoded = new String(text, UTF_8);
        if (decoded.contains("\ufffd")) {
          assertThat(reason(text)).as(decoded).isEqualTo("malformed UTF-8");
        } else {
          assertThat('"' + (String) StrictJson.read(text) + '"').isEqualTo(decoded);
        }
      }
    }
  }

  @Test
  void utf8BrokenOffByTheEndOfTheTextIsRefused() {
    assertThat(reason(new byte[] {'"', (byte) 0xC3})).isEqualTo("malformed UTF-8");
    assertThat(reason(new byte[] {'"', (byte) 0xF0, (byte) 0x9F, (byte) 0x98}))
        .isEqualTo("malformed UTF-8");
  }

  @Test
  void latin1IsRefusedNotRepaired() {
    assertThat(reason("{\"name\":\"Bj\u00f8rn\"}".getBytes(ISO_8859_1)))
        .isEqualTo("malformed UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "1", " {}"})
  void aByteOrderMarkIsRefused(String rest) {
    byte[] text = ('\ufeff' + rest).getBytes(UTF_8);

    assertThat(reason(text)).isEqualTo("byte order mark");
    assertThatThrownBy(() -> StrictJson.readObject(text))
        .isInstanceOfSatisfying(
            StrictJsonException.class, e -> assertThat(e.reason()).isEqualTo("byte order mark"));
  }

  @Test
  void anotherEncodingIsRefused() {
    assertThat(reason("{}".getBytes(UTF_16))).isEqualTo("unexpected character");
    assertThat(reason(new byte[] {0, '{', 0, '}'})).isEqualTo("unexpected character");
  }
}
