package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.spi.LaunchUnavailableException;

/** A launch between two requests, as bytes. */
class ParkedLaunchTest {
  private final VerifierFixture at = new VerifierFixture();

  private Verdict verdict(TokenBuilder token) {
    return at.verifier.verify(token.token(), VerifierFixture.QUERY);
  }

  @Test
  void freshLaunchComesBackAsItWas() {
    Verdict.Accepted accepted = (Verdict.Accepted) verdict(at.zorgdomein());
    ParkedLaunch read = ParkedLaunch.fromBytes(ParkedLaunch.of(accepted).toBytes());
    LaunchContext context = ((ParkedLaunch.Fresh) read).context();
    assertThat(context.launchId()).isEqualTo(accepted.context().launchId());
    assertThat(context.claims().asMap()).isEqualTo(accepted.context().claims().asMap());
    assertThat(context.roles()).isEqualTo(accepted.context().roles());
    assertThat(context.attributes()).isEqualTo(accepted.context().attributes());
  }

  @Test
  void usedLaunchKnowsTheOneThatItRepeats() {
    TokenBuilder token = at.zorgdomein().claim("jti", "twice");
    LaunchContext first = ((Verdict.Accepted) verdict(token)).context();
    Verdict.Refused second = (Verdict.Refused) verdict(token);
    ParkedLaunch read = ParkedLaunch.fromBytes(ParkedLaunch.of(second).orElseThrow().toBytes());
    ParkedLaunch.Used used = (ParkedLaunch.Used) read;
    assertThat(used.launchId()).isEqualTo(first.launchId());
    assertThat(used.partner()).isEqualTo("demo-xis");
    assertThat(used.hasFocusOf(first)).isTrue();
    LaunchContext other =
        ((Verdict.Accepted) verdict(at.zorgdomein().claim("context.patient-id", "other")))
            .context();
    assertThat(used.hasFocusOf(other)).isFalse();
  }

  @Test
  void launchThatIsRefusedForAnythingElseIsNotParked() {
    Verdict.Refused late =
        (Verdict.Refused)
            verdict(at.zorgdomein().claim("iat", VerifierFixture.NOW.getEpochSecond() - 301));
    assertThat(late.launchId()).isPresent();
    assertThat(ParkedLaunch.of(late)).isEqualTo(Optional.empty());
  }

  @Test
  void toStringShowsTheLaunchAndNothingPersonal() {
    Verdict.Accepted accepted = (Verdict.Accepted) verdict(at.zorgdomein());
    assertThat(ParkedLaunch.of(accepted).toString())
        .isEqualTo("Fresh[" + accepted.context() + "]")
        .doesNotContain("01029999", "5a4fc42a");
  }

  @Test
  void toStringOfAUsedOneShowsPartnerAndLaunchAlone() {
    TokenBuilder token = at.zorgdomein();
    LaunchId first = ((Verdict.Accepted) verdict(token)).context().launchId();
    assertThat(ParkedLaunch.of((Verdict.Refused) verdict(token)).orElseThrow().toString())
        .isEqualTo("Used[partner=demo-xis, launch=" + first + "]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 40})
  void bytesThatAreCutOffAreNoLaunch(int length) {
    byte[] whole = ParkedLaunch.of((Verdict.Accepted) verdict(at.zorgdomein())).toBytes();
    assertThatThrownBy(() -> ParkedLaunch.fromBytes(Arrays.copyOf(whole, length)))
        .isInstanceOf(LaunchUnavailableException.class);
  }

  @Test
  void bytesOfAVersionThatIsNotKnownAreNoLaunch() {
    byte[] whole = ParkedLaunch.of((Verdict.Accepted) verdict(at.zorgdomein())).toBytes();
    whole[0] = 3;
    assertThatThrownBy(() -> ParkedLaunch.fromBytes(whole))
        .isInstanceOf(LaunchUnavailableException.class);
  }

  /** Whoever can write into the store must at least not run code here by it. */
  @Test
  void nothingButPlainTypesIsReadBack() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(1);
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Gadget());
    }
    assertThatThrownBy(() -> ParkedLaunch.fromBytes(bytes.toByteArray()))
        .isInstanceOf(LaunchUnavailableException.class);
    assertThat(Gadget.RAN.get()).isNull();
  }

  /** Says when it is read. */
  private static final class Gadget implements Serializable {
    static final AtomicReference<String> RAN = new AtomicReference<>();
    private static final long serialVersionUID = 1L;

    private void readObject(java.io.ObjectInputStream in) {
      RAN.set("ran");
    }
  }
}
