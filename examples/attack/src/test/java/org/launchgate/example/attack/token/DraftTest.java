package org.launchgate.example.attack.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTest {
  @Test
  void draftWritesWhatItIsTold() {
    Draft draft = new Draft(Map.of()).header("alg", "none").claim("a/b", List.of(1, Json.NULL));

    assertThat(draft.headerText()).isEqualTo("{\"alg\":\"none\"}");
    assertThat(draft.payloadText()).isEqualTo("{\"a\":{\"b\":[1,null]}}");
    assertThat(draft.withSignature(new byte[0])).endsWith(".").startsWith("eyJhbGciOiJub25lIn0.");
  }

  @Test
  void claimsOfTheSampleStayAsTheyAre() {
    Map<String, Object> sample = Map.of("a", Map.of("b", 1));

    new Draft(sample).claim("a/b", 2).without("a/b");

    assertThat(sample).isEqualTo(Map.of("a", Map.of("b", 1)));
  }

  @Test
  void derWritesALengthBeforeEveryValue() {
    assertThat(Der.integer(BigInteger.valueOf(128))).containsExactly(2, 2, 0, 128);
    assertThat(Der.value(4, new byte[200])).startsWith(4, 0x81, 200).hasSize(203);
  }
}
