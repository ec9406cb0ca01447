package org.launchgate.demo.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSettingsTest {
  private final Properties properties = new Properties();

  @Test
  void nothingSetIsTheDemosUsualPorts() throws Exception {
    assertThat(DemoSettings.of(properties)).isEqualTo(new DemoSettings(8080, 8081, false));
  }

  @Test
  void everythingCanBeSet() throws Exception {
    properties.setProperty("demo.portal.port", "9000");
    properties.setProperty("demo.partner.port", "0");
    properties.setProperty("demo.stopWithParent", "true");

    assertThat(DemoSettings.of(properties)).isEqualTo(new DemoSettings(9000, 0, true));
  }

  @Test
  void emptyCountsAsNotSet() throws Exception {
    properties.setProperty("demo.portal.port", " ");

    assertThat(DemoSettings.of(properties).portalPort()).isEqualTo(8080);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http", "123456"})
  void whatIsNoPortIsSaidInOneSentence(String text) {
    properties.setProperty("demo.partner.port", text);

    assertThatThrownBy(() -> DemoSettings.of(properties))
        .isInstanceOf(StartFailedException.class)
        .hasMessage(
            "demo.partner.port is \"" + text + "\"; a port number from 0 to 65535 is needed.");
  }
}
