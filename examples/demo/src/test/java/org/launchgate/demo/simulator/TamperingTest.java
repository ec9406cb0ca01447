package org.launchgate.demo.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A tampered token is a good one with one character changed. */
class TamperingTest {

  @Test
  void headerAndSignatureStay() {
    String payload =
        Base64.getUrlEncoder().withoutPadding().encodeToString("id=a9".getBytes(UTF_8));
    ReadToken changed =
        new ReadToken(Tampering.changeLastCharacter("aGVhZA." + payload + ".c2ln", "a9"));
    assertThat(changed.compact()).startsWith("aGVhZA.").endsWith(".c2ln");
    assertThat(changed.payload()).isEqualTo("id=a0");
  }
}
