package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/conformance.md} complete: every clause in its tables has the tests that name
 * it, and every test that names a clause stands in the table. With {@code
 * -Dlaunchgate.updateConformance=true} the last column is written anew.
 */
class ConformanceTest {
  private static final Path ROOT = repositoryRoot();
  private static final Path TABLE = ROOT.resolve("docs/conformance.md");
  private static final Pattern ANNOTATED =
      Pattern.compile("@Clause\\(([^)]*)\\)[^;{]*?\\bvoid (\\w+)\\(", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ((?:ZD|EL|HTI|V)-\\d+) \\|(.*)\\|([^|\\n]*)\\|$");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final String OPEN = "open: ";

  @Test
  void everyClauseHasExactlyTheTestsThatTheTableNames() throws IOException {
    Map<String, Set<String>> tests = testsByClause();
    if (Boolean.getBoolean("launchgate.updateConformance")) {
      update(tests);
    }
    Map<String, String> table = readTable();
    assertThat(table).hasSizeGreaterThan(40);
    assertThat(tests.keySet()).as("clauses that tests name").isSubsetOf(table.keySet());
    table.forEach(
        (clause, named) -> {
          String expected = cell(tests.getOrDefault(clause, Set.of()));
          if (named.startsWith(OPEN)) {
            assertThat(expected).as("%s is said to be open", clause).isEmpty();
          } else {
            assertThat(named).as("tests of %s", clause).isEqualTo(expected).isNotEmpty();
          }
        });
  }

  @Test
  void everyLineOfTheDocumentsThatMakesARuleHasAClause() throws IOException {
    Map<String, String> table = readTable();
    assertThat(table.keySet())
        .containsAll(numbered("ZD-", 22))
        .containsAll(numbered("EL-", 18))
        .containsAll(numbered("HTI-", 22));
  }

  @Test
  void everyRowOfTheChecklistIsThereAndNoneIsOpen() throws IOException {
    Map<String, String> table = readTable();
    assertThat(table.keySet()).containsAll(numbered("V-", 40));
    assertThat(numbered("V-", 40))
        .allSatisfy(row -> assertThat(table.get(row)).doesNotStartWith(OPEN));
  }

  private static List<String> numbered(String prefix, int last) {
    return Stream.iterate(1, i -> i + 1).limit(last).map(i -> prefix + i).toList();
  }

  private static Map<String, String> readTable() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(TABLE));
    while (row.find()) {
      assertThat(rows.put(row.group(1), row.group(3).strip())).as(row.group(1)).isNull();
    }
    return rows;
  }

  private static void update(Map<String, Set<String>> tests) throws IOException {
    String text =
        ROW.matcher(Files.readString(TABLE))
            .replaceAll(
                row ->
                    row.group(3).strip().startsWith(OPEN) && !tests.containsKey(row.group(1))
                        ? Matcher.quoteReplacement(row.group())
                        : Matcher.quoteReplacement(
                            "| "
                                + row.group(1)
                                + " |"
                                + row.group(2)
                                + "| "
                                + cell(tests.getOrDefault(row.group(1), Set.of()))
                                + " |"));
    Files.writeString(TABLE, text);
  }

  private static String cell(Set<String> tests) {
    return String.join("<br>", tests);
  }

  private static Map<String, Set<String>> testsByClause() throws IOException {
    Map<String, Set<String>> byClause = new TreeMap<>();
    for (Path file : testSources()) {
      Matcher annotated = ANNOTATED.matcher(Files.readString(file));
      while (annotated.find()) {
        String test = file.getFileName().toString().replace(".java", "") + "." + annotated.group(2);
        Matcher clause = QUOTED.matcher(annotated.group(1));
        while (clause.find()) {
          byClause.computeIfAbsent(clause.group(1), c -> new TreeSet<>()).add(test);
        }
      }
    }
    return byClause;
  }

  private static List<Path> testSources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().replace('\\', '/').contains("/src/test/java/"))
          .filter(file -> !file.getFileName().toString().equals("ConformanceTest.java"))
          .forEach(sources::add);
    } catch (UncheckedIOException e) {
      // A file of another build's target folder vanished during the walk.
      throw e.getCause();
    }
    return sources;
  }

  private static Path repositoryRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
