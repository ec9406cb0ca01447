package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The vectors with which we deal otherwise than their file says, each named with its reason in
 * {@code wycheproof-exceptions.json}. The list is exact: an exception that no longer applies fails
 * the test as much as a deviation that is not named.
 */
final class VectorExceptions {
  private static final String RESOURCE = "vectors/wycheproof-exceptions.json";

  private final Map<Integer, String> named = new TreeMap<>();

  private VectorExceptions(JsonNode table) {
    table.forEach(
        group -> {
          assertThat(group.get("reason").asText()).isNotBlank();
          group
              .get("tcIds")
              .forEach(
                  id ->
                      assertThat(named.put(id.asInt(), group.get("we").asText()))
                          .as("tcId %s is named twice", id)
                          .isNull());
        });
  }

  /** Those of one file. */
  static VectorExceptions of(String file) {
    try (InputStream resource = VectorExceptions.class.getResourceAsStream(RESOURCE)) {
      assertThat(resource).as(RESOURCE).isNotNull();
      return new VectorExceptions(new ObjectMapper().readTree(resource).path(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs every vector of a file. */
  static void assertEveryVector(VectorFile file, Function<VectorFile.Vector, Outcome> check) {
    VectorExceptions exceptions = of(file.name());
    List<String> wrong = new ArrayList<>();
    for (VectorFile.Vector vector : file.vectors()) {
      Outcome outcome = check.apply(vector);
      String expected = exceptions.named.getOrDefault(vector.id(), usual(vector.result()));
      if (!expected.equals(outcome.word())) {
        wrong.add(vector + ": expected " + expected + ", found " + outcome);
      }
    }
    assertThat(wrong).as(file.name()).isEmpty();
    exceptions.assertEachApplies(file);
  }

  private void assertEachApplies(VectorFile file) {
    Map<Integer, String> results = new TreeMap<>();
    file.vectors().forEach(vector -> results.put(vector.id(), usual(vector.result())));
    assertThat(results.keySet()).as("vectors of %s", file.name()).containsAll(named.keySet());
    named.forEach(
        (id, ours) ->
            assertThat(ours)
                .as("tcId %d is named as an exception", id)
                .isIn("accepted", "refused")
                .isNotEqualTo(results.get(id)));
  }

  /** What a vector asks for; of one that is merely acceptable the list has to say what we do. */
  private static String usual(String result) {
    return switch (result) {
      case "valid" -> "accepted";
      case "invalid" -> "refused";
      default -> "an entry in " + RESOURCE;
    };
  }
}
