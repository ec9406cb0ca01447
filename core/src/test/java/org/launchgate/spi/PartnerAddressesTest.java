package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.profile.Profiles;

/** What browsers are told of a partner, wherever it comes from: a file, a database, code. */
class PartnerAddressesTest {

  private static Partner.Builder partner() {
    return Partner.builder("clinic", Profiles.builtIn("exorlive").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "//clinic.example/",
        "/start",
        "https://user:secret@clinic.example/",
        "https://clinic.example/\n",
        ""
      })
  void relaunchUrlIsAWebAddressOrAMistake(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner().relaunchUrl(url).build())
        .withMessageStartingWith("\"relaunchUrl\" must be an absolute address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "'self'",
        "https://clinic.example/",
        "https://Clinic.example",
        "https://clinic.example; script-src *",
        "https://clinic.example\r\nX: y",
        "https://*.clinic.example",
        ""
      })
  void originIsOneAsBrowsersSendItOrAMistake(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner().origins(List.of(origin)).build())
        .withMessageStartingWith("\"origins\" must hold web origins");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner().launchOrigins(List.of(origin)).build())
        .withMessageStartingWith("\"launchOrigins\" must hold web origins");
  }

  @Test
  void goodOnesAreKept() {
    Partner partner =
        partner()
            .origins(List.of("https://clinic.example:8443"))
            .launchOrigins(List.of("http://[::1]:8080"))
            .relaunchUrl("https://clinic.example/start?a=1#b")
            .build();

    assertThat(partner.origins()).containsExactly("https://clinic.example:8443");
    assertThat(partner.launchOrigins()).containsExactly("http://[::1]:8080");
    assertThat(partner.relaunchUrl()).contains("https://clinic.example/start?a=1#b");
  }
}
