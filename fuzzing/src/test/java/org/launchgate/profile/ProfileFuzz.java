package org.launchgate.profile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.Arrival;
import org.launchgate.HtiPartner;
import org.launchgate.LaunchVerifier;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.fuzzing.Demand;
import org.launchgate.fuzzing.Samples;
import org.launchgate.fuzzing.Senders;
import org.launchgate.spi.Partner;

/** A profile, as somebody writes it in a hurry. */
class ProfileFuzz {
  private static final String PLACE = "own.json";
  private final Collection<TokenBuilder> tokens = Senders.tokens().values();

  /** It is read, and then any token gets a verdict, or it is refused with a sentence. */
  @MethodSource("files")
  @FuzzTest
  void file(byte[] input) {
    LaunchProfile profile;
    try {
      profile = Profiles.read(PLACE, input);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      Demand.that(message.startsWith(PLACE), "no place: " + message);
      Demand.oneLine(message);
      return;
    }
    Demand.that(profile.equals(Profiles.read(PLACE, input)), "read twice, it differs");
    launch(profile);
  }

  private void launch(LaunchProfile profile) {
    Partner partner =
        Partner.builder("own", profile)
            .issuers(List.of("Demo XIS", "https://hti-2.0"))
            .audience(HtiPartner.AUDIENCE)
            .keys(Senders.keys())
            .build();
    LaunchVerifier verifier = Senders.verifier(List.of(partner));
    for (TokenBuilder token : tokens) {
      profile.carriers().forEach(carrier -> launch(verifier, token.token(), carrier));
    }
  }

  private static void launch(LaunchVerifier verifier, String token, Carrier carrier) {
    for (Channel channel : carrier.channels()) {
      Verdict verdict = verifier.verify(token, arrival(channel, carrier.field()).atPartner("own"));
      if (verdict instanceof Verdict.Refused refused) {
        Demand.oneLine(refused.refusal().detail());
      } else if (verdict instanceof Verdict.Accepted accepted) {
        Demand.oneLine(accepted.context().principal().getName());
      }
    }
  }

  private static Arrival arrival(Channel channel, String field) {
    return switch (channel) {
      case QUERY -> Arrival.query(field);
      case FORM -> Arrival.form(field);
      case JSON -> Arrival.json(field);
      case BODY -> Arrival.body();
    };
  }

  static Stream<byte[]> files() {
    return Samples.of("profile");
  }
}
