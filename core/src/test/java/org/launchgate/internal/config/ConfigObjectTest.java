package org.launchgate.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One object of a configuration file, asked member by member. */
class ConfigObjectTest {
  private static ConfigObject with(String member, @Nullable Object value) {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put(member, value);
    return new ConfigObject("file", members);
  }

  private static final ConfigObject EMPTY = new ConfigObject("file", Map.of());

  @Test
  void absentMemberIsEmptyOrTheDefault() {
    assertThat(EMPTY.has("x")).isFalse();
    assertThat(EMPTY.value("x")).isNull();
    assertThat(EMPTY.text("x")).isEmpty();
    assertThat(EMPTY.texts("x")).isEmpty();
    assertThat(EMPTY.oneOf("x", Set.of("a"))).isEmpty();
    assertThat(EMPTY.seconds("x", 1, 2)).isEmpty();
    assertThat(EMPTY.object("x")).isEmpty();
    assertThat(EMPTY.objects("x")).isEmpty();
    assertThat(EMPTY.flag("x", true)).isTrue();
    assertThat(EMPTY.flag("x", false)).isFalse();
  }

  @Test
  void memberThatIsNullIsThereAndOfNoType() {
    ConfigObject json = with("x", null);

    assertThat(json.has("x")).isTrue();
    for (Runnable question :
        List.<Runnable>of(
            () -> json.text("x"),
            () -> json.texts("x"),
            () -> json.flag("x", true),
            () -> json.seconds("x", 1, 2),
            () -> json.object("x"),
            () -> json.objects("x"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(question::run)
          .withMessageStartingWith("file: ");
    }
  }

  @Test
  void textIsGivenAsItIs() {
    assertThat(with("x", " a ").requiredText("x")).isEqualTo(" a ");
  }

  @Test
  void textOutsideTheChoicesIsRefusedWithThemInOrder() {
    assertThat(with("x", "b").oneOf("x", Set.of("b", "a"))).contains("b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("x", "c").oneOf("x", Set.of("b", "a")))
        .withMessage("file: \"x\" must be one of a, b");
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 10})
  void secondsWithinTheBoundsAreGiven(long seconds) {
    assertThat(with("x", seconds).seconds("x", 5, 10)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(doubles = {5.0, 6.0, 10.0})
  void secondsAreWholeHoweverTheyAreWritten(double seconds) {
    assertThat(with("x", seconds).seconds("x", 5, 10)).contains(Duration.ofSeconds((long) seconds));
  }

  @Test
  void secondsOutsideTheBoundsOrOfAnotherTypeAreRefused() {
    for (Object wrong :
        List.of(4L, 11L, -5L, 6.5, 4.0, 11.0, Double.NaN, "6", BigInteger.TWO.pow(64), true)) {
      assertThatIllegalArgumentException()
          .as("%s", wrong)
          .isThrownBy(() -> with("x", wrong).seconds("x", 5, 10))
          .withMessage("file: \"x\" must be a whole number of seconds from 5 to 10");
    }
  }

  @Test
  void listOfTextsIsGivenInItsOrder() {
    assertThat(with("x", List.of("b", "a", "b")).texts("x")).contains(List.of("b", "a", "b"));
    assertThat(with("x", List.of()).texts("x")).contains(List.of());
  }

  @Test
  void innerObjectsTellTheirPlace() {
    ConfigObject json = with("x", List.of(Map.of(), Map.of("y", Map.of())));

    ConfigObject inner = json.objects("x").get(1).object("y").orElseThrow();

    assertThat(inner.place()).isEqualTo("file: x[1]: y");
    assertThat(inner.error("z", "is wrong")).hasMessage("file: x[1]: y: \"z\" is wrong");
  }

  @Test
  void memberThatNobodyAskedForIsRefusedWithThoseThatAreAllowed() {
    ConfigObject json = with("x", 1L);
    json.has("b");
    json.text("a");

    assertThatIllegalArgumentException()
        .isThrownBy(json::finish)
        .withMessage("file: unknown member \"x\"; allowed are a, b");
  }

  @Test
  void memberThatWasAskedForInAnyWayIsKnown() {
    ConfigObject asked = with("x", 1L);
    asked.value("x");
    ConfigObject free = with("x", 1L);
    free.asMap();

    assertThatNoException().isThrownBy(asked::finish);
    assertThatNoException().isThrownBy(free::finish);
  }

  @Test
  void otherPlaceKeepsWhatIsKnown() {
    ConfigObject json = with("x", 1L);
    json.value("x");

    assertThat(json.at("better").place()).isEqualTo("better");
    assertThatNoException().isThrownBy(() -> json.at("better").finish());
  }

  @Test
  void everyTextOfATreeIsMappedWithItsPlaceAndTheRestIsKept() {
    Map<String, @Nullable Object> tree =
        Map.of("a", "t", "b", Arrays.asList("u", 1L, null, Map.of("c", "v")), "d", true);

    Map<String, @Nullable Object> mapped =
        ConfigObject.mapTexts("file", tree, (text, place) -> text + " at " + place);

    assertThat(mapped)
        .isEqualTo(
            Map.of(
                "a",
                "t at file: \"a\"",
                "b",
                Arrays.asList(
                    "u at file: \"b\"[0]", 1L, null, Map.of("c", "v at file: \"b\"[3]: \"c\"")),
                "d",
                true))
        .isUnmodifiable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\u0000", "\u007f", "\u0085", "\u2028", "\u202e", "\ud800"})
  void characterThatCouldFakeALogLineIsADotInEveryMessage(String odd) {
    ConfigObject inside = new ConfigObject("file" + odd, Map.of("x" + odd, 1));

    for (Runnable question :
        List.<Runnable>of(
            inside::finish,
            () -> inside.text("x" + odd),
            () -> inside.object("x" + odd),
            () -> inside.at("file" + odd).requiredText("y"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(question::run)
          .withMessageStartingWith("file.: ")
          .withMessageNotContaining(odd);
    }
  }
}
