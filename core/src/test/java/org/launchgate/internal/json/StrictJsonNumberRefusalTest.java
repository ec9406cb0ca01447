package org.launchgate.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.launchgate.internal.json.Refusals.reason;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link StrictJson} refuses about numbers (RFC 8259 section 6). */
class StrictJsonNumberRefusalTest {

  @ParameterizedTest
  @ValueSource(strings = {"00", "01", "-01", "-00", "00.5", "[007]", "01e1"})
  void aLeadingZeroIsRefused(String text) {
    assertThat(reason(text)).isEqualTo("number with a leading zero");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[-]",
        "-a",
        "--1",
        "-.5",
        "-Infinity",
        "-NaN",
        "[1.]",
        "1.e1",
        "1.a",
        "[1e]",
        "[1e+]",
        "[1e-]",
        "1e+-1",
        "1e-+1",
        "1ee1",
        "1e.5",
        "-\u0661"
      })
  void aMalformedNumberIsRefused(String text) {
    assertThat(reason(text)).isEqualTo("malformed number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "1.", "1e", "1e+", "-0.", "[1"})
  void aNumberThatBreaksOffIsRefused(String text) {
    assertThat(reason(text)).isEqualTo("unexpected end of the text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678901234567890123456789012",
        "-2345678901234567890123456789012",
        "12345678901234567890123456789.25",
        "1e000000000000000000000000000001",
        "0.123456789012345678901234567890",
      })
  void aNumberOfThirtyTwoCharactersIsAcceptedAndOneMoreIsRefused(String text) throws Exception {
    assertThat(text).hasSize(32);
    assertThat(StrictJson.read(text.getBytes(UTF_8))).isInstanceOf(Number.class);
    assertThat(reason(text + "0")).isEqualTo("number longer than 32 characters");
    assertThat(reason("[1," + text + "0]")).isEqualTo("number longer than 32 characters");
  }

  @Test
  void anEndlessNumberIsRefusedUnconverted() {
    byte[] text = "9".repeat(10_000_000).getBytes(UTF_8);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(reason(text)).isEqualTo("number longer than 32 characters"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e309",
        "-1e309",
        "1e999",
        "1.7976931348623159e308",
        "17976931348623157e293",
        "1e99999999999999999999999999999",
        "[-9.9E+400]"
      })
  void aNumberBeyondAFiniteDoubleIsRefused(String text) {
    assertThat(reason(text)).isEqualTo("number beyond a finite double");
  }
}
