package org.launchgate.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.launchgate.internal.json.JacksonOracle.Answer;

/**
 * Compares {@link StrictJson} with Jackson on many random texts. Set {@code -Dlaunchgate.fuzz.seed}
 * and {@code -Dlaunchgate.fuzz.cases} to look elsewhere or longer.
 */
class StrictJsonFuzzTest {

  private static final long SEED = Long.getLong("launchgate.fuzz.seed", 8259L);
  private static final int CASES = Integer.getInteger("launchgate.fuzz.cases", 150_000);

  /**
   * The only reasons for which we may refuse what Jackson accepts, each with a way of its own to
   * tell from the text and from Jackson's answer whether it applies.
   */
  private static final Map<String, BiPredicate<byte[], Answer>> DELIBERATE =
      Map.of(
          "malformed UTF-8", (text, answer) -> !isUtf8(text),
          "nested deeper than 32 levels", (text, answer) -> depth(answer.value()) > 32,
          "number longer than 32 characters",
              (text, answer) -> JacksonOracle.longestNumber(text) > 32,
          "number beyond a finite double",
              (text, answer) -> anyLeaf(answer.value(), StrictJsonFuzzTest::isInfinite),
          "replacement character U+FFFD",
              (text, answer) -> anyLeaf(answer.value(), StrictJsonFuzzTest::isReplaced),
          "lone surrogate",
              (text, answer) -> anyLeaf(answer.value(), StrictJsonFuzzTest::hasLoneSurrogate));

  private final Random random = new Random(SEED);

  @Test
  void validDocumentsAreAcceptedWithTheValuesOfJackson() {
    for (int i = 0; i < CASES; i++) {
      byte[] text = RandomJson.document(random);
      if (!compare(text).equals("accepted")) {
        fail(describe("a valid document is refused", text));
      }
    }
  }

  @Test
  void damagedDocumentsAreAcceptedOnlyWithTheValuesOfJackson() {
    ByteMutator mutator = new ByteMutator(random);
    Map<String, Integer> outcomes = new TreeMap<>();
    byte[] other = RandomJson.document(random);
    for (int i = 0; i < CASES; i += 4) {
      byte[] document = RandomJson.document(random);
      for (int mutant = 0; mutant < 4; mutant++) {
        outcomes.merge(compare(mutator.mutate(document, other)), 1, Integer::sum);
      }
      other = document;
    }
    // shows that the mutations lead to every branch of the comparison
    assertThat(outcomes).as("seed %d", SEED).containsKeys("accepted", "refused by both");
    assertThat(outcomes.keySet()).as("seed %d", SEED).containsAll(DELIBERATE.keySet());
  }

  /** Fails if the two readers differ where they must not; otherwise says how it came out. */
  private static String compare(byte[] text) {
    Optional<Answer> jackson = JacksonOracle.read(text);
    try {
      Answer ours = new Answer(JacksonOracle.normalized(StrictJson.read(text)));
      return accepted(ours, jackson, text);
    } catch (StrictJsonException e) {
      return jackson.isEmpty() ? "refused by both" : deliberate(e, text, jackson.get());
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(describe("an unexpected " + e, text), e);
    }
  }

  private static String accepted(Answer ours, Optional<Answer> jackson, byte[] text) {
    if (!jackson.equals(Optional.of(ours))) {
      fail(describe("we read " + ours + ", Jackson " + jackson, text));
    }
    DELIBERATE.forEach(
        (reason, applies) -> {
          if (applies.test(text, ours)) {
            fail(describe("both accept, we should refuse: " + reason, text));
          }
        });
    return "accepted";
  }

  private static String deliberate(StrictJsonException refusal, byte[] text, Answer jackson) {
    BiPredicate<byte[], Answer> applies =
        DELIBERATE.getOrDefault(refusal.reason(), (anyText, anyAnswer) -> false);
    if (!applies.test(text, jackson)) {
      fail(describe("Jackson accepts, we refuse: " + refusal.getMessage(), text));
    }
    return refusal.reason();
  }

  private static String describe(String problem, byte[] text) {
    return "%s; seed %d, text (as Latin-1): %s"
        .formatted(problem, SEED, new String(text, StandardCharsets.ISO_8859_1));
  }

  private static boolean isUtf8(byte[] text) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static int depth(@Nullable Object value) {
    if (value instanceof JacksonOracle.Members object) {
      return 1 + object.entries().stream().mapToInt(e -> depth(e.getValue())).max().orElse(0);
    }
    if (value instanceof List<?> array) {
      return 1 + array.stream().mapToInt(StrictJsonFuzzTest::depth).max().orElse(0);
    }
    return 0;
  }

  /** Whether the predicate holds for a name, string, number or literal at any depth. */
  private static boolean anyLeaf(@Nullable Object value, Predicate<Object> predicate) {
    if (value instanceof JacksonOracle.Members object) {
      return object.entries().stream()
          .anyMatch(e -> predicate.test(e.getKey()) || anyLeaf(e.getValue(), predicate));
    }
    if (value instanceof List<?> array) {
      return array.stream().anyMatch(element -> anyLeaf(element, predicate));
    }
    return predicate.test(value);
  }

  private static boolean isInfinite(@Nullable Object leaf) {
    return leaf instanceof Double number && number.isInfinite();
  }

  private static boolean isReplaced(@Nullable Object leaf) {
    return leaf instanceof String string && string.indexOf('\uFFFD') >= 0;
  }

  private static boolean hasLoneSurrogate(@Nullable Object leaf) {
    return leaf instanceof String string
        && string
            .codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
