package org.launchgate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON object in which a token was posted. */
class CarryingJsonTest {

  @Test
  void objectIsRead() {
    assertThat(CarryingJson.read("{\"token\": \"a.b.c\"}".getBytes(UTF_8)))
        .contains(Map.of("token", "a.b.c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"token\": 1, \"token\": 2}", "{\"token\": }"})
  void whatIsNoStrictObjectIsNone(String text) {
    assertThat(CarryingJson.read(text.getBytes(UTF_8))).isEmpty();
  }
}
