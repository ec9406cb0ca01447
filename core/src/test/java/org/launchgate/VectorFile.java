package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * One of Project Wycheproof's files. They stand beside the checkout, in {@code ../shared/vectors},
 * or where {@value #FOLDER} says (a system property, else the environment). A test that does not
 * find its file says so and is skipped; with {@value #REQUIRE} set to {@code true} it fails.
 *
 * @param name the file's name
 * @param vectors all its vectors, in the file's order; never empty
 */
record VectorFile(String name, List<Vector> vectors) {
  static final String FOLDER = "LAUNCHGATE_VECTORS";
  static final String REQUIRE = "LAUNCHGATE_REQUIRE_VECTORS";

  /**
   * One vector.
   *
   * @param group what its group has in common: the keys
   * @param test the vector itself
   */
  record Vector(JsonNode group, JsonNode test) {
    int id() {
      return test.get("tcId").asInt();
    }

    /** {@code valid}, {@code invalid} or {@code acceptable}. */
    String result() {
      return test.get("result").asText();
    }

    /** The token: a JWS or a JWE, a text whatever it holds. */
    String token() {
      JsonNode token = test.has("jws") ? test.get("jws") : test.get("jwe");
      return token.isTextual() ? token.asText() : token.toString();
    }

    /** The key, or the set of keys, that verifies: the public one where there is one. */
    JsonNode verifyingKey() {
      return group.has("public") ? group.get("public") : group.get("private");
    }

    JsonNode privateKey() {
      return group.get("private");
    }

    @Override
    public String toString() {
      return "tcId " + id() + " (" + test.get("comment").asText() + ")";
    }
  }

  static VectorFile read(String name) {
    Path file = folder().resolve(name);
    if (!Files.exists(file)) {
      skip(name + " of Project Wycheproof is not in " + FOLDER + " (" + folder() + ")");
    }
    try {
      return parse(name, new ObjectMapper().readTree(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VectorFile parse(String name, JsonNode file) {
    List<Vector> vectors = new ArrayList<>();
    file.get("testGroups")
        .forEach(group -> group.get("tests").forEach(test -> vectors.add(new Vector(group, test))));
    assertThat(vectors).as(name).isNotEmpty().hasSize(file.get("numberOfTests").asInt());
    assertThat(vectors).as(name).extracting(Vector::id).doesNotHaveDuplicates();
    return new VectorFile(name, List.copyOf(vectors));
  }

  private static void skip(String reason) {
    if (Boolean.parseBoolean(setting(REQUIRE).orElse("false"))) {
      Assertions.fail(reason + ", and " + REQUIRE + " is true");
    }
    System.out.println("SKIPPED: " + reason);
    Assumptions.abort(reason);
  }

  private static Path folder() {
    return setting(FOLDER)
        .map(Path::of)
        .orElseGet(() -> repositoryRoot().resolveSibling("shared").resolve("vectors"));
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name, System.getenv(name)));
  }

  private static Path repositoryRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
