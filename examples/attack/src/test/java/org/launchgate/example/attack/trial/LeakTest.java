package org.launchgate.example.attack.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Field;

class LeakTest {
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJEZW1vIFhJUyJ9.c2lnbmF0dXJl";

  private static Answer page(String text) {
    return new Answer(403, List.of(), text, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.IllegalArgumentException: no",
        "Caused by: x",
        "\tat org.example.Main.main(Main.java:1)",
        "org.jose4j.jwt.consumer.InvalidJwtException"
      })
  void insidesOfTheServerAreALeak(String text) {
    assertThat(Leak.in(page(text), List.of())).isPresent();
  }

  @Test
  void partOfTheTokenIsALeakWhereverItStands() {
    assertThat(Leak.in(page("no: eyJpc3MiOiJEZW1vIFhJUyJ9"), List.of(TOKEN))).isPresent();
    Answer header = new Answer(403, List.of(new Field("X", TOKEN)), "", "");
    assertThat(Leak.in(header, List.of(TOKEN))).isPresent();
  }

  @Test
  void pageThatSaysNothingIsNone() {
    assertThat(Leak.in(page("Access denied. An error has happened."), List.of(TOKEN))).isEmpty();
  }
}
