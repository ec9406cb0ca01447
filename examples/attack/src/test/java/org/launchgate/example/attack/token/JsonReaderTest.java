package org.launchgate.example.attack.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  @Test
  void everyKindOfValueIsRead() {
    assertThat(
            JsonReader.object(
                """
                {"a": "x\\n\\u00e9\\/", "b": {"c": []}, "d": [1, true, null], "e": {}}
                """))
        .isEqualTo(
            Map.of(
                "a", "x\n\u00e9/",
                "b", Map.of("c", List.of()),
                "d", List.of(new BigDecimal(1), true, Json.NULL),
                "e", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"a\"}", "{\"a\": }", "{\"a\": 1} x", "{\"a\": \"b"})
  void whatIsNoObjectIsRefused(String text) {
    assertThatThrownBy(() -> JsonReader.object(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
