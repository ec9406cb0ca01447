package org.launchgate.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.Arrival;
import org.launchgate.EncryptedTokenBuilder;
import org.launchgate.HtiPartner;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** What stands where a token should be. */
class TokenFuzz {
  private static final Arrival TOKEN = Arrival.form("token");
  private static final Arrival PAYLOAD = Arrival.form("payload");
  private static final int SHOWN = 20;

  private static final KeyPair EC = TestPartner.ec(256);
  private static final KeyPair ED = TestPartner.ed25519();
  private static final DecryptionKey OWN = DecryptionKey.of("own", TestPartner.RSA.getPrivate());
  private static final LaunchVerifier VERIFIER = Senders.verifier(OWN);
  private static final Set<String> GOOD =
      Senders.tokens().values().stream().map(TokenBuilder::token).collect(Collectors.toSet());

  /** In its form an encrypted token to our key. */
  private static final String ENCRYPTED =
      "eyJhbGciOiJSU0EtT0FFUC0yNTYiLCJlbmMiOiJBMTI4R0NNIiwia2lkIjoib3duIn0.AAAA"
          + ".AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA";

  private static final LaunchVerifier PORTAL = Senders.verifier(List.of(portal()), OWN);
  private static final List<String> OF_PORTAL = tokensOfPortal();

  /** Any text is given a verdict, and a token that a sender signed is accepted, nothing else. */
  @MethodSource("good")
  @FuzzTest
  void text(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    boolean asToken = accepts(text, TOKEN);
    boolean accepted = accepts(text, PAYLOAD) || asToken;
    Demand.that(accepted == GOOD.contains(text), "accepted: " + accepted + ", " + text);
  }

  private static boolean accepts(String text, Arrival arrival) {
    Verdict verdict = VERIFIER.verify(text, arrival);
    if (verdict instanceof Verdict.Refused refused) {
      Demand.oneLine(refused.refusal().detail());
      Demand.showsNone(verdict.toString(), longParts(text));
    }
    return verdict instanceof Verdict.Accepted;
  }

  static Stream<byte[]> good() {
    return Stream.concat(GOOD.stream().sorted(), Stream.of(ENCRYPTED))
        .map(token -> token.getBytes(StandardCharsets.US_ASCII));
  }

  private static List<String> longParts(String text) {
    return Arrays.stream(text.split("\\.", -1)).filter(part -> part.length() >= SHOWN).toList();
  }

  /** A good token is accepted, and with any change refused. */
  @MethodSource("changes")
  @FuzzTest
  void changed(byte[] input) {
    if (input.length == 0) {
      return;
    }
    ByteBuffer reading = ByteBuffer.wrap(input);
    String token = OF_PORTAL.get(Byte.toUnsignedInt(reading.get()) % OF_PORTAL.size());
    String changed = new Edits(reading).apply(token);
    boolean accepted = PORTAL.verify(changed, TOKEN) instanceof Verdict.Accepted;
    Demand.that(accepted == changed.equals(token), "accepted: " + accepted + ", " + changed);
  }

  static Stream<byte[]> changes() {
    List<byte[]> changes = new ArrayList<>();
    for (byte token = 0; token < OF_PORTAL.size(); token++) {
      changes.add(new byte[] {token});
      changes.add(new byte[] {token, 0, 0, 9, 'A'});
      changes.add(new byte[] {token, 1, 1, 0, 'A', 2, 0, 9, 0});
      changes.add(new byte[] {token, 4, 0, 1, 1, 3, 1, 0, 0, 5, 0, 0, 0});
    }
    return changes.stream();
  }

  private static Partner portal() {
    return Partner.builder("portal", TestPartner.profile("hti-2.0"))
        .issuer("https://hti-2.0")
        .audience(HtiPartner.AUDIENCE)
        .keys(
            List.of(
                PartnerKey.of("rs", TestPartner.RSA.getPublic(), Set.of(SigningAlgorithm.RS256)),
                PartnerKey.of("es", EC.getPublic(), Set.of(SigningAlgorithm.ES256)),
                PartnerKey.of("ed", ED.getPublic(), Set.of(SigningAlgorithm.EdDSA))))
        .build();
  }

  private static List<String> tokensOfPortal() {
    String rs = token("rs", "RS256").signedBy(TestPartner.RSA.getPrivate()).token();
    String es = token("es", "ES256").signedBy(EC.getPrivate()).token();
    String ed = token("ed", "EdDSA").signedBy(ED.getPrivate()).by("Ed25519").token();
    return List.copyOf(new LinkedHashSet<>(List.of(rs, es, ed, encrypted(ed))));
  }

  private static TokenBuilder token(String keyId, String algorithm) {
    return Senders.tokens().get("hti-2.0").header("kid", keyId).header("alg", algorithm);
  }

  private static String encrypted(String token) {
    return EncryptedTokenBuilder.of(
            token, TestPartner.RSA.getPublic(), "RSA-OAEP-256", "A128CBC-HS256")
        .header("kid", "own")
        .header("cty", "JWT")
        .token();
  }
}
