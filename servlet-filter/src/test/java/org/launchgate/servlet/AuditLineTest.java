package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs on one line that no value can forge. */
class AuditLineTest {

  private static String line(String value) {
    return new AuditLine().put("user", value).put("from", "127.0.0.1").toString();
  }

  @Test
  void plainValuesStandAsTheyAre() {
    assertThat(line("Practitioner/01029999"))
        .isEqualTo("user=Practitioner/01029999 from=127.0.0.1");
    assertThat(line("urn:ietf:params:oauth:jti:a-b_c~d.e+f@g|h"))
        .isEqualTo("user=urn:ietf:params:oauth:jti:a-b_c~d.e+f@g|h from=127.0.0.1");
  }

  @Test
  void absentValuesAreLeftOut() {
    assertThat(new AuditLine().put("a", Optional.empty()).put("b", Optional.of("c")).toString())
        .isEqualTo("b=c");
  }

  @Test
  void valuesOfNothingAreSeenToBeThere() {
    assertThat(line("")).isEqualTo("user=\"\" from=127.0.0.1");
    assertThat(line(" ")).isEqualTo("user=\" \" from=127.0.0.1");
  }

  @Test
  void lettersOfOtherScriptsStayReadable() {
    assertThat(line("Bjørn 日本")).isEqualTo("user=\"Bjørn 日本\" from=127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = ';',
      value = {
        "a b;\"a b\"",
        "x outcome=success;\"x outcome=success\"",
        "a=b;\"a=b\"",
        "\" outcome=\"success;\"\\\" outcome=\\\"success\"",
        "back\\slash;\"back\\\\slash\"",
        "${jndi:x};\"\\u0024\\u007bjndi:x\\u007d\"",
        "{};\"\\u007b\\u007d\"",
      })
  void whatIsNotPlainStandsInQuotes(String value, String quoted) {
    assertThat(line(value)).isEqualTo("user=" + quoted + " from=127.0.0.1");
  }

  @Test
  void nothingThatEndsALineOrDoesNotShowGetsThrough() {
    int[] characters = {
      '\n', '\r', '\t', 0, 0x1b, 0x7f, 0x85, 0xa0, 0xad, 0x200b, 0x202e, 0x2028, 0x2029, 0xd800,
      0xe000, 0xfeff, 0xffff, 0xe0001
    };
    for (int c : characters) {
      String line = line("a" + Character.toString(c) + "event=accepted");
      assertThat(line)
          .as("U+%04X", c)
          .matches("user=\"a(\\\\u[0-9a-f]{4}){1,2}event=accepted\" .*");
    }
  }
}
