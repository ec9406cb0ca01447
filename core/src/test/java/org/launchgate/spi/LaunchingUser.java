package org.launchgate.spi;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.launchgate.Arrival;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.profile.SigningAlgorithm;

/**
 * A made-up user of a partner, who launches by a genuine token.
 *
 * @param partner the partner's id
 * @param system the system of the user's identifier
 * @param value its value
 * @param email an e-mail address, which proves nothing; null for none
 */
public record LaunchingUser(String partner, String system, String value, @Nullable String email) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private static final LaunchProfile PROFILE =
      Profiles.read(
          "contract.json",
          """
          {"profile": "contract", "carriers": [{"field": "token", "in": ["form"]}],
           "header": {}, "algorithms": ["HS256"], "time": {"exp": "required"}, "replay": {},
           "context": {"user.system": "/system", "user.value": "/value", "user.email": "/email"}}
          """
              .getBytes(StandardCharsets.UTF_8));

  /** Made once: a contract has thousands of launches. */
  private static final Map<String, LaunchVerifier> VERIFIERS = new ConcurrentHashMap<>();

  /** Somebody without an e-mail address. */
  public LaunchingUser(String partner, String system, String value) {
    this(partner, system, value, null);
  }

  /** The same user, who also has that address. */
  public LaunchingUser withEmail(String address) {
    return new LaunchingUser(partner, system, value, address);
  }

  /** What is known of them once their token is verified. */
  public LaunchContext launch() {
    LaunchVerifier verifier = VERIFIERS.computeIfAbsent(partner, LaunchingUser::verifier);
    Verdict verdict = verifier.verify(token().token(), Arrival.form("token"));
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted.context();
    }
    throw new IllegalStateException("not launched: " + verdict);
  }

  private static LaunchVerifier verifier(String partner) {
    PartnerKey key = PartnerKey.of("k", TestPartner.SECRET, Set.of(SigningAlgorithm.HS256));
    Partner launching = Partner.builder(partner, PROFILE).keys(List.of(key)).build();
    return LaunchVerifier.builder()
        .partners(ConfiguredPartners.of(List.of(launching)))
        .replayStore((id, launch, keepUntil) -> true)
        .clock(CLOCK)
        .build();
  }

  private TokenBuilder token() {
    TokenBuilder token =
        new TokenBuilder()
            .header("alg", "HS256")
            .header("kid", "k")
            .claim("exp", CLOCK.instant().getEpochSecond() + 60)
            .claim("system", system)
            .claim("value", value)
            .signedBy(TestPartner.SECRET);
    return email == null ? token : token.claim("email", email);
  }
}
