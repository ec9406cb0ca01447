package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/threat-model.md} true: each threat names the tests that show what stops it, and
 * each test, class and setting that the document names is there.
 */
class ThreatModelTest {
  private static final Path ROOT = repositoryRoot();
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\|(.*)\\|(.*)\\|$");
  private static final Pattern NAMED_TEST =
      Pattern.compile("\\b([A-Z]\\w*(?:Test|Fuzz|IT|Contract))\\b(?:\\.(\\w+))?");
  private static final Pattern NAMED_CLASS = Pattern.compile("`([A-Z]\\w+)`");
  private static final Pattern NAMED_SETTING = Pattern.compile("`([a-z]+[A-Za-z]*)`");
  private static final Pattern TEST_METHOD =
      Pattern.compile(
          "@(?:Test|ParameterizedTest|RepeatedTest|FuzzTest)\\b.*?\\bvoid (\\w+)\\(",
          Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("@ArchTest\\s+static final ArchRule (\\w+)");

  /** Where every setting is described. */
  private static final List<String> REFERENCES =
      List.of("docs/web-xml.md", "docs/partners-file.md", "docs/profiles.md");

  /** Words of a token or of the web between the settings. */
  private static final Set<String> NO_SETTINGS =
      Set.of("alg", "none", "jwk", "jku", "kid", "crit", "typ", "aud", "iat", "exp", "jti", "zip");

  private static String document() throws IOException {
    return Files.readString(ROOT.resolve("docs/threat-model.md"));
  }

  @Test
  void everyTestThatIsNamedIsThere() throws IOException {
    assertThat(NAMED_TEST.matcher(document()).results().count()).isGreaterThan(150);
    assertThat(missingTests(document())).isEmpty();
  }

  @Test
  void everyThreatHasANumberAndATest() throws IOException {
    List<MatchResult> rows = ROW.matcher(document()).results().toList();
    assertThat(rows).hasSizeGreaterThan(70);
    assertThat(rows)
        .extracting(row -> Integer.valueOf(row.group(1)))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, rows.size()).boxed().toList());
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(NAMED_TEST.matcher(row.group(3)).results().map(m -> m.group(2)))
                    .as(row.group())
                    .isNotEmpty()
                    .doesNotContainNull());
  }

  @Test
  void everyClassAndSettingThatStopsAThreatIsThere() throws IOException {
    Set<String> classes = new HashSet<>();
    sources("/src/main/java/").forEach(file -> classes.add(nameOf(file)));
    StringBuilder settings = new StringBuilder();
    for (String reference : REFERENCES) {
      settings.append(Files.readString(ROOT.resolve(reference)));
    }
    for (MatchResult row : ROW.matcher(document()).results().toList()) {
      assertThat(NAMED_CLASS.matcher(row.group(2)).results().map(name -> name.group(1)))
          .filteredOn(name -> !name.equals("HEAD") && !name.equals("OPTIONS"))
          .as(row.group())
          .allMatch(classes::contains);
      assertThat(NAMED_SETTING.matcher(row.group(2)).results().map(name -> name.group(1)))
          .filteredOn(name -> !NO_SETTINGS.contains(name))
          .as(row.group())
          .allMatch(name -> settings.indexOf("`" + name + "`") >= 0);
    }
  }

  @Test
  void misspeltNameIsFound() throws IOException {
    assertThat(
            missingTests(
                "ThreatModelTest.misspeltNameIsFound ThreatModelTest.mispeltNameIsFound"
                    + " `TreatModelTest` ThreatModelTest.document"))
        .containsExactly(
            "ThreatModelTest.mispeltNameIsFound", "TreatModelTest", "ThreatModelTest.document");
  }

  private static List<String> missingTests(String text) throws IOException {
    Map<String, Set<String>> tests = tests();
    List<String> missing = new ArrayList<>();
    Matcher named = NAMED_TEST.matcher(text);
    while (named.find()) {
      Set<String> methods = tests.get(named.group(1));
      if (methods == null || (named.group(2) != null && !methods.contains(named.group(2)))) {
        missing.add(named.group());
      }
    }
    return missing;
  }

  /** The methods of every test class; of several classes of one name, of all. */
  private static Map<String, Set<String>> tests() throws IOException {
    Map<String, Set<String>> tests = new HashMap<>();
    for (Path file : sources("/src/test/java/")) {
      String source = Files.readString(file);
      Set<String> methods = tests.computeIfAbsent(nameOf(file), name -> new HashSet<>());
      Stream.of(TEST_METHOD, RULE)
          .flatMap(pattern -> pattern.matcher(source).results())
          .forEach(method -> methods.add(method.group(1)));
    }
    return tests;
  }

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().replace('\\', '/').contains(folder))
          .filter(file -> file.toString().endsWith(".java"))
          .toList();
    }
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static Path repositoryRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
