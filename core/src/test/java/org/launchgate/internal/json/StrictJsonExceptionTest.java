package org.launchgate.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.internal.json.Refusals.refusal;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refusal tells, and what it must not tell. */
class StrictJsonExceptionTest {

  /** In the texts N is LF and R is CR. Offsets count bytes, columns count code points. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|0|1|1",
        "x|0|1|1",
        "[x]|1|1|2",
        "[1 2]|3|1|4",
        "[N x]|3|2|2",
        "[Rx]|2|2|1",
        "[RNx]|3|2|1",
        "[NRx]|3|3|1",
        "[RRx]|3|3|1",
        "[N1N|4|3|1",
        "[1R|3|2|1",
        "[\"a\u00e9\"x]|6|1|6",
        "[\"\ud83d\ude00\",N\"\ud83d\ude00\"x]|15|2|4",
        "[1,2, ]|4|1|5",
        "{\"a\":1,N \"a\":{}}|9|2|2",
        "{\"a\":[1],\"b\":\"\\ud800\"}|14|1|15",
        "{\"a\":\"12\\x\"}|8|1|9",
        "{\"a\":\"12\\u00zz\"}|8|1|9",
        "{\"a\":\"12\ufffd\"}|8|1|9",
        "{\"a\":\"12N\"}|8|1|9",
        "[-01]|2|1|3",
        "[12,1e999]|4|1|5",
        "[12,123456789012345678901234567890123]|4|1|5",
        "[12.x]|4|1|5",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[|32|1|33",
        "{} 1|3|1|4",
        "{\"a\":\"b|7|1|8",
        "\ufeff{}|0|1|1",
        "tru|3|1|4",
        "trux|3|1|4"
      })
  void thePositionIsWhereTheRefusedPartBegins(String text, int offset, int line, int column) {
    StrictJsonException refusal = refusal(text.replace('N', '\n').replace('R', '\r'));

    assertThat(refusal.offset()).isEqualTo(offset);
    assertThat(refusal.line()).isEqualTo(line);
    assertThat(refusal.column()).isEqualTo(column);
  }

  @Test
  void theMessageGivesReasonLineColumnAndByte() {
    assertThat(refusal("{\n \"\u00e9\": 1, \"\u00e9\": 2}"))
        .hasMessage("duplicate member name at line 2, column 10 (byte 12)")
        .extracting(StrictJsonException::reason)
        .isEqualTo("duplicate member name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Skywalker\":1,\"Skywalker\":2}",
        "{\"a\":Skywalker}",
        "{\"a\":\"Skywalker",
        "{\"a\":\"Skywalker\\x\"}",
        "{\"a\":\"Skywalker\n\"}",
        "{\"a\":\"Skywalker\ufffd\"}",
        "{\"a\":\"Skywalker\\ud800\"}",
        "{\"Skywalker\":1e999}",
        "{\"a\":1,} Skywalker",
        "{} Skywalker",
        "[\"Skywalker\",]",
      })
  void nothingOfTheTextIsInTheException(String text) {
    StrictJsonException refusal = refusal(text);
    StringWriter printed = new StringWriter();
    refusal.printStackTrace(new PrintWriter(printed));

    assertThat(printed.toString()).contains(refusal.reason()).doesNotContainIgnoringCase("sky");
  }

  @Test
  void thereIsNoStackTraceAndNoCause() {
    assertThat(refusal("x").getStackTrace()).isEmpty();
    assertThat(refusal("1e999").getCause()).isNull();
  }
}
