package org.launchgate.fuzzing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.launchgate.HtiPartner;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/**
 * The partners of the fuzzed deployment, one for each kind of token, on a clock that stands still.
 *
 * <p>All of them sign with one secret, by HS256, also where the profile knows no such thing: a
 * token then costs microseconds, and is the same in every run, as a saved corpus needs it.
 */
public final class Senders {
  /** The time of every verification. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** The key id of every sender. */
  public static final String KEY_ID = "k1";

  private static final long ISSUED = NOW.getEpochSecond();
  private static final Set<SigningAlgorithm> BY_SECRET = Set.of(SigningAlgorithm.HS256);

  private Senders() {}

  /** A clock that stands still. */
  public static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  /** Every sender; the id is the profile's name. */
  public static List<Partner> all() {
    return List.of(
        sender("zorgdomein").issuer("Demo XIS").organizations(List.of("05029999")).build(),
        sender("exorlive").build(),
        hti("hti-1.1"),
        hti("hti-2.0"),
        hti("koppeltaal-2.0"));
  }

  private static Partner hti(String profile) {
    return sender(profile).issuer("https://" + profile).audience(HtiPartner.AUDIENCE).build();
  }

  private static Partner.Builder sender(String profile) {
    return Partner.builder(profile, bySecret(profile)).algorithms(BY_SECRET).keys(keys());
  }

  private static LaunchProfile bySecret(String profile) {
    String json = "{\"extends\": \"" + profile + "\", \"algorithms\": [\"HS256\"]}";
    return Profiles.read("senders", json.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of every sender. */
  public static List<PartnerKey> keys() {
    return List.of(PartnerKey.of(KEY_ID, TestPartner.SECRET, BY_SECRET));
  }

  /** A verifier for them to which no token ever was used before. */
  public static LaunchVerifier verifier(DecryptionKey... own) {
    return verifier(all(), own);
  }

  /** A verifier for these partners to which no token ever was used before. */
  public static LaunchVerifier verifier(List<Partner> partners, DecryptionKey... own) {
    return LaunchVerifier.builder()
        .partners(ConfiguredPartners.of(partners))
        .decryptionKeys(List.of(own))
        .replayStore((partner, launch, until) -> true)
        .clock(clock())
        .build();
  }

  /** A good token of each sender, by the sender's id. */
  public static Map<String, TokenBuilder> tokens() {
    Map<String, TokenBuilder> tokens = new LinkedHashMap<>();
    tokens.put("zorgdomein", signed(TestPartner.zorgdomeinToken("z-1", ISSUED)));
    tokens.put("exorlive", signed(TestPartner.exorliveToken()));
    tokens.put("hti-1.1", hti("hti-1.1", HtiPartner.version11(ISSUED)));
    tokens.put("hti-2.0", hti("hti-2.0", HtiPartner.version20(ISSUED)));
    tokens.put("koppeltaal-2.0", koppeltaal());
    return tokens;
  }

  private static TokenBuilder koppeltaal() {
    return hti("koppeltaal-2.0", HtiPartner.version20(ISSUED))
        .claim("definition", "ActivityDefinition/7");
  }

  private static TokenBuilder hti(String profile, TokenBuilder token) {
    return signed(token).claim("iss", "https://" + profile).claim("jti", "h-1");
  }

  /** The same token signed by the secret of all senders. */
  public static TokenBuilder signed(TokenBuilder token) {
    return token.header("alg", "HS256").header("kid", KEY_ID).signedBy(TestPartner.SECRET);
  }
}
