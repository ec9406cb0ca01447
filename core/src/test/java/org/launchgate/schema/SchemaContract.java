package org.launchgate.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A schema and the loader of the same format judge alike, but for differences that are listed with
 * their reasons.
 */
public abstract class SchemaContract {
  private static final int LEAST_RIGHT = 30;
  private static final int LEAST_WRONG = 60;

  private final PublishedSchema schema;
  private final Corpus corpus;

  /**
   * The contract of one format.
   *
   * @param kind the name of its files of tests
   * @param schema its schema
   * @param standIns what stands for texts of those files, see {@link Corpus}
   */
  protected SchemaContract(String kind, PublishedSchema schema, Map<String, String> standIns) {
    this.schema = schema;
    this.corpus = new Corpus(kind, standIns);
  }

  /** Loads a file; throws an {@link IllegalArgumentException} where it has a mistake. */
  protected abstract void load(String json);

  /**
   * What the loader refuses and the schema cannot see: expressions of which one is found in the
   * right file's name, the change and the loader's message, such as {@code least: /header: {"x":1}:
   * own.json: unknown member}; each with the reason.
   */
  protected abstract Map<String, String> seenByTheLoaderAlone();

  /**
   * What the schema refuses and the loader lets pass: expressions of which one is found in the
   * right file's name and the change, such as {@code least: /header/kid: 7}; each with the reason.
   */
  protected abstract Map<String, String> seenByTheSchemaAlone();

  @Test
  void schemaKeepsToTheMetaSchema() {
    assertThat(schema.mistakesOfItsOwn()).isEmpty();
  }

  @Test
  void filesOfTestsAreManyEnough() {
    assertThat(corpus.right()).hasSizeGreaterThanOrEqualTo(LEAST_RIGHT);
    assertThat(corpus.wrong()).hasSizeGreaterThanOrEqualTo(LEAST_WRONG);
  }

  @Test
  void everyMemberOfTheSchemaIsInARightFile() {
    Set<String> used = new TreeSet<>();
    corpus.right().values().forEach(file -> collectNames(file, used));

    assertThat(used).containsAll(new SchemaMembers(schema).names());
  }

  /** Of two descriptions editors show the one that is meant for every use. */
  @Test
  void everyMemberOfTheSchemaHasOneDescription() {
    SchemaMembers members = new SchemaMembers(schema);

    assertThat(members.described()).isEqualTo(members.names());
    assertThat(members.describedTwice()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> rightFileIsAcceptedByBoth() {
    return each(
        corpus.right(),
        (name, file) -> {
          assertThat(schema.mistakes(file.toString())).isEmpty();
          assertThatNoException().isThrownBy(() -> load(file.toString()));
        });
  }

  @TestFactory
  Stream<DynamicTest> wrongFileIsRefusedByBoth() {
    return each(
        corpus.wrong(),
        (name, file) -> {
          assertThat(schema.mistakes(file.toString())).as("the schema").isNotEmpty();
          assertThatIllegalArgumentException().isThrownBy(() -> load(file.toString()));
        });
  }

  @TestFactory
  Stream<DynamicTest> mistakeThatNoSchemaSeesIsRefusedByTheLoader() {
    return each(
        corpus.wrongForTheLoaderAlone(),
        (name, file) -> {
          assertThat(schema.mistakes(file.toString())).isEmpty();
          assertThatIllegalArgumentException().isThrownBy(() -> load(file.toString()));
        });
  }

  @Test
  void changedFilesAreJudgedAlikeButForListedReasons() {
    Set<String> unexplained = new TreeSet<>();
    Set<String> unused = new TreeSet<>(seenByTheLoaderAlone().keySet());
    unused.addAll(seenByTheSchemaAlone().keySet());
    corpus
        .right()
        .forEach(
            (name, file) ->
                Mutation.of(file)
                    .forEach(mutation -> compare(name, mutation, unexplained, unused)));

    assertThat(unexplained).isEmpty();
    assertThat(unused).as("reasons for which there is no case").isEmpty();
  }

  private void compare(
      String name, Mutation mutation, Set<String> unexplained, Set<String> unused) {
    String json = mutation.document().toString();
    List<String> bySchema = schema.mistakes(json);
    String byLoader = refusal(json);
    if (bySchema.isEmpty() == (byLoader == null)) {
      return;
    }
    String what = name + ": " + mutation.what();
    boolean explained =
        byLoader == null
            ? explains(seenByTheSchemaAlone(), what, unused)
            : explains(seenByTheLoaderAlone(), what + ": " + byLoader, unused);
    if (!explained) {
      unexplained.add(what + ": schema " + bySchema + ", loader " + byLoader);
    }
  }

  private static boolean explains(Map<String, String> reasons, String text, Set<String> unused) {
    boolean explained = false;
    for (String expression : reasons.keySet()) {
      if (Pattern.compile(expression).matcher(text).find()) {
        unused.remove(expression);
        explained = true;
      }
    }
    return explained;
  }

  private @Nullable String refusal(String json) {
    try {
      load(json);
      return null;
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Stream<DynamicTest> each(
      Map<String, JsonNode> files, BiConsumer<String, JsonNode> test) {
    return files.entrySet().stream()
        .map(file -> dynamicTest(file.getKey(), () -> test.accept(file.getKey(), file.getValue())));
  }

  private static void collectNames(JsonNode file, Set<String> names) {
    file.fieldNames().forEachRemaining(names::add);
    file.forEach(part -> collectNames(part, names));
  }
}
