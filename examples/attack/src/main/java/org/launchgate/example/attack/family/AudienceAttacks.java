package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.PARTNER;
import static org.launchgate.example.attack.trial.Need.AUDIENCE;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.NO_AUDIENCE;

import java.util.List;
import java.util.Map;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Setup;

/** A genuine token for another receiver. */
public final class AudienceAttacks {
  private static final String AUD = "RFC 8725 3.9; V-21";

  private AudienceAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        audienceMissing(), audienceOther(), audienceAlmost(), audienceForm(), audienceUnasked());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(PARTNER, id, description, source).needs(KEY);
  }

  private static Attack audienceMissing() {
    return attack("aud-absent", "aud is left out", AUD)
        .needs(AUDIENCE)
        .token("left out", s -> s.signed(s.draft().without("aud")))
        .token(
            "in the header",
            s -> s.signed(s.draft().without("aud").header("aud", s.setup().audience().orElse(""))))
        .tokens(
            List.of("", List.of(), Json.NULL, List.of("")), (s, aud) -> Claims.with(s, "aud", aud));
  }

  private static Attack audienceOther() {
    return attack("aud-other", "aud is another receiver", AUD)
        .needs(AUDIENCE)
        .tokens(
            List.of(
                "other.example.com",
                "*",
                "null",
                List.of("a", "b"),
                List.of("other.example.com"),
                "https://"),
            (s, aud) -> Claims.with(s, "aud", aud));
  }

  private static Attack audienceAlmost() {
    return attack("aud-almost", "aud is almost this receiver", AUD)
        .needs(AUDIENCE)
        .<String>tokensOf(
            setup -> Almost.of(setup.audience().orElse("x")),
            (s, aud) -> Claims.with(s, "aud", aud))
        .token(
            "two in one text",
            s -> Claims.with(s, "aud", s.setup().audience().orElse("") + " other"))
        .token(
            "two by a comma",
            s -> Claims.with(s, "aud", s.setup().audience().orElse("") + ",other"));
  }

  private static Attack audienceForm() {
    return attack("aud-type", "aud is neither a text nor a list of texts", "CVE-2020-26160; V-21")
        .needs(AUDIENCE)
        .tokens(
            List.of(1, true, Map.of(), List.of(1), List.of(Json.NULL)),
            (s, aud) -> Claims.with(s, "aud", aud))
        .<Object>tokensOf(AudienceAttacks::misplaced, (s, aud) -> Claims.with(s, "aud", aud));
  }

  /** Audiences that hold the right one in the wrong place. */
  private static List<Object> misplaced(Setup setup) {
    String ours = setup.audience().orElse("x");
    return List.of(
        List.of(List.of(ours)), Map.of("aud", ours), List.of(ours, 1), Map.of(ours, true));
  }

  private static Attack audienceUnasked() {
    return attack("aud-unasked", "an aud where none was agreed", AUD)
        .needs(NO_AUDIENCE)
        .tokens(
            List.of("other.example.com", "", List.of(), List.of("a", "b"), Json.NULL, 1),
            (s, aud) -> Claims.with(s, "aud", aud));
  }
}
