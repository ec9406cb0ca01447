package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing is worth as much as what it can find. */
class CanaryTest {
  @ParameterizedTest
  @EnumSource
  void isFoundInEverySpelling(Canary canary) {
    byte[] bytes = canary.text().getBytes(StandardCharsets.US_ASCII);
    assertThat(Canary.in("x" + canary.text() + "y")).contains(canary);
    assertThat(Canary.in(canary.text().toUpperCase(Locale.ROOT))).contains(canary);
    assertThat(Canary.in(canary.text().replace("@", "%40"))).contains(canary);
    assertThat(Canary.in(HexFormat.of().formatHex(bytes))).contains(canary);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundInBase64WhereverItBegins(Canary canary) {
    for (String before : new String[] {"", "{", "{\"", "{\"a", "{\"ab"}) {
      byte[] bytes = (before + canary.text() + "\"}").getBytes(StandardCharsets.US_ASCII);
      assertThat(Canary.in(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
          .as(before)
          .contains(canary);
      assertThat(Canary.in(Base64.getMimeEncoder(-1, new byte[0]).encodeToString(bytes)))
          .as(before)
          .contains(canary);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "launch accepted ref=5KQ2VB7HXA partner=demo-xis", "1971-04-22"})
  void nothingIsFoundWhereThereIsNone(String text) {
    assertThat(Canary.in(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user=parkiet-user patient=parkiet-patient jti=parkiet-token-7"})
  void recordMayHoldIdentifiersAndNothingElseMay(String text) {
    assertThat(Canary.inRecord(text)).isEmpty();
    assertThat(Canary.in(text)).containsExactly(Canary.USER_ID, Canary.PATIENT_ID, Canary.TOKEN_ID);
  }
}
