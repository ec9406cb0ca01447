package org.launchgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
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
  void everythingSet() throws Exception {
    Map<String, String> all =
        Map.of(
            "demo.portal.port", "0",
            "demo.partner.port", "65535",
            "demo.partners", "some/partners.json",
            "demo.stopWithParent", "true");
    assertThat(of(all))
        .isEqualTo(
            new DemoSettings(
                0, 65535, Optional.of(Path.of("some/partners.json").toAbsolutePath()), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "-1", "http", "99999999999"})
  void wrongPortIsSaid(String port) {
    assertThatThrownBy(() -> of(Map.of("demo.partner.port", port)))
        .isInstanceOf(StartFailedException.class)
        .hasMessageContainingAll("demo.partner.port", port, "0 to 65535");
  }

  private static DemoSettings of(Map<String, String> values) throws StartFailedException {
    Properties properties = new Properties();
    properties.putAll(values);
    return DemoSettings.of(properties);
  }
}
