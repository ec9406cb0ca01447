package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A record that is given no {@code toString} shows all that it holds. So each of the product's that
 * holds a text has one of its own, or is one of those known to hold nothing of a launch.
 */
class RecordTextTest {
  private static final Path ROOT = repositoryRoot();
  private static final Pattern RECORD = Pattern.compile("(?m)^( *)(?:\\w+ )*record (\\w+)");
  private static final Pattern HOLDS_TEXT =
      Pattern.compile("\\b(String|Object|Map|Throwable|\\w*Exception)\\b");

  /** What they hold comes from configuration, from the JVM, or from a closed list. */
  private static final Set<String> HOLD_NOTHING_OF_A_LAUNCH =
      Set.of(
          "AcceptRange", // never kept
          "AllowedOrganization",
          "Attributes",
          "WatchedFile",
          "AnswerHead", // of the server of a partner's keys
          "Carrier",
          "ClasspathSource",
          "Constant",
          "ContextRules",
          "Either",
          "Element",
          "FhirCode",
          "FilterSettings",
          "HeaderRules",
          "JwkSet",
          "KeyEnd",
          "KeySetDocument",
          "LaunchAgain", // shows our own exception, which PrivacyTomcatTest looks at
          "LaunchPath",
          "LaunchProfile",
          "Outcome",
          "OwnPaths",
          "Part",
          "Place",
          "Single",
          "Summary",
          "TargetUrl",
          "TicketUrls",
          "Use",
          "ValueLimits",
          "WebXml",
          "WebappSource",
          "WindowSettings",
          "Absence");

  @Test
  void recordThatHoldsTextsSaysItselfWhatItShows() throws IOException {
    Set<String> withTheirOwn = new TreeSet<>();
    Set<String> without = new TreeSet<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      Matcher record = RECORD.matcher(source);
      while (record.find()) {
        String text = textOf(record.toMatchResult(), source);
        if (HOLDS_TEXT.matcher(text.substring(0, text.indexOf('{'))).find()) {
          boolean own = text.contains("public String toString()");
          (own ? withTheirOwn : without).add(record.group(2));
        }
      }
    }
    assertThat(withTheirOwn).contains("Identifier", "PartnerHints", "Field");
    assertThat(without).isEqualTo(HOLD_NOTHING_OF_A_LAUNCH);
  }

  /** From its name to the brace that stands under its beginning; the sources are formatted. */
  private static String textOf(MatchResult record, String source) {
    int start = record.start(2);
    int lineEnd = source.indexOf('\n', source.indexOf('{', start));
    if (source.charAt(lineEnd - 1) == '}') {
      return source.substring(start, lineEnd);
    }
    return source.substring(start, source.indexOf("\n" + record.group(1) + "}", start));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !ROOT.relativize(file).startsWith("examples"))
          .filter(file -> !ROOT.relativize(file).startsWith("benchmarks"))
          .filter(file -> !ROOT.relativize(file).startsWith("concurrency-tests"))
          .toList();
    }
  }

  private static Path repositoryRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
