package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of init-params in {@code docs/web-xml.md} says what the filter checks. */
class InitParamTableTest {
  private static final Path TABLE = Path.of("../docs/web-xml.md");

  @Test
  void theTableHasEveryInitParamAsTheFilterKnowsIt() throws IOException {
    List<String> expected = Arrays.stream(InitParam.values()).map(InitParamTableTest::row).toList();
    List<String> rows =
        Files.readAllLines(TABLE).stream()
            .dropWhile(line -> !line.equals("## Init-params"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| `"))
            .toList();
    assertThat(rows).containsExactlyElementsOf(expected);
  }

  private static String row(InitParam param) {
    String byDefault = param.defaultText().isEmpty() ? "none" : "`" + param.defaultText() + "`";
    return "| `%s` | %s | %s | %s |"
        .formatted(param.param(), byDefault, param.allowed(), param.meaning())
        .replace("\\", "\\\\");
  }
}
