package org.launchgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's system properties. */
class DemoSettingsTest {

  @Test
  void nothingSetMeansTheDefaults() throws Exception {
    assertThat(of(Map.of())).isEqualTo(new DemoSettings(8080, 8081, Optional.empty(), false));
  }

  @Test
  void emptyCountsAsNotSet() throws Exception {
    assertThat(of(Map.of("demo.partners", " ", "demo.portal.port", ""))).isEqualTo(of(Map.of()));
  }

  @Test
  void everythingSet(@TempDir Path folder) throws Exception {
    Path partners = Files.writeString(folder.resolve("partners.json"), "{}");
    Map<String, String> all =
        Map.of(
            "demo.portal.port", "0",
            "demo.partner.port", "65535",
            "demo.partners", partners.toString(),
            "demo.stopWithParent", "true");
    assertThat(of(all)).isEqualTo(new DemoSettings(0, 65535, Optional.of(partners), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "-1", "http", "99999999999"})
  void wrongPortIsSaid(String port) {
    assertThatThrownBy(() -> of(Map.of("demo.partner.port", port)))
        .isInstanceOf(StartFailedException.class)
        .hasMessageContainingAll("demo.partner.port", port, "0 to 65535");
  }

  @Test
  void partnersFileThatDoesNotExistIsSaidWithItsWholePath() {
    String path = "some/partners.json";
    assertThatThrownBy(() -> of(Map.of("demo.partners", path)))
        .isInstanceOf(StartFailedException.class)
        .hasMessage(
            "demo.partners is \"%s\", which does not exist or cannot be read; a partners file is"
                + " needed.",
            Path.of(path).toAbsolutePath());
  }

  @Test
  void partnersFileThatIsAFolderOrNoPathIsSaid(@TempDir Path folder) {
    assertThatThrownBy(() -> of(Map.of("demo.partners", folder.toString())))
        .isInstanceOf(StartFailedException.class)
        .hasMessageContainingAll("demo.partners is", folder.toString(), "is a folder");
    assertThatThrownBy(() -> of(Map.of("demo.partners", "a\0b")))
        .isInstanceOf(StartFailedException.class)
        .hasMessageContainingAll("demo.partners is", "is no path");
  }

  private static DemoSettings of(Map<String, String> values) throws StartFailedException {
    Properties properties = new Properties();
    properties.putAll(values);
    return DemoSettings.of(properties);
  }
}
