package org.launchgate.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @Test
  void anObjectIsWrittenCompactlyInItsOwnOrder() {
    Map<String, @Nullable Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("status", 403);
    problem.put("detail", null);
    problem.put("list", Arrays.asList(true, false, null, -1.5, new BigInteger("9".repeat(20))));
    problem.put("empty", List.of(Map.of(), List.of()));

    assertThat(JsonText.write(problem))
        .isEqualTo(
            "{\"type\":\"about:blank\",\"status\":403,\"detail\":null,"
                + "\"list\":[true,false,null,-1.5,99999999999999999999],\"empty\":[{},[]]}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\", \\\"",
        "\\, \\\\",
        "</script>, \\u003c/script\\u003e",
        "a&b, a\\u0026b",
        "a\u2028\u2029z, a\\u2028\\u2029z",
        "a\u0000\u001fz, a\\u0000\\u001fz",
        "`\n\t`, \\u000a\\u0009",
        "Bj\u00f8rn \ud83d\ude00, Bj\u00f8rn \ud83d\ude00",
        "'/+, '/+",
      })
  void aStringIsEscapedInAValueAndInAName(String string, String expected) {
    assertThat(JsonText.write(string)).isEqualTo('"' + expected + '"');
    assertThat(JsonText.write(Map.of(string, 1))).isEqualTo("{\"" + expected + "\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,-2.5,1.0E300,null,true,{\"b\":\"\\u003c\\\"\\\\\"}],\"\":{},\"c\":[]}",
        "[\"Bj\u00f8rn\",99999999999999999999,-0.0,\"\\u2028\"]",
      })
  void whatTheReaderReadIsWrittenBackAsItWas(String text) throws Exception {
    assertThat(JsonText.write(StrictJson.read(text.getBytes(UTF_8)))).isEqualTo(text);
  }

  @Test
  void otherNumbersAreWritten() {
    assertThat(JsonText.write(List.of((byte) 1, (short) 2, 3.5f, new BigDecimal("1.10"))))
        .isEqualTo("[1,2,3.5,1.10]");
  }

  @Test
  void nullIsWritten() {
    assertThat(JsonText.write(null)).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aNumberThatIsNotFiniteIsRefused(double number) {
    assertThatThrownBy(() -> JsonText.write(List.of(number)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Double");
  }

  @Test
  void anotherTypeIsRefusedByNameNotByContent() {
    assertThatThrownBy(() -> JsonText.write(Map.of("a", Optional.of("Skywalker"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.util.Optional")
        .hasMessageNotContaining("Skywalker");
  }

  @Test
  void aNameThatIsNoStringIsRefused() {
    assertThatThrownBy(() -> JsonText.write(Map.of(1, "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names");
  }
}
