package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.RefusalReason.KEY_UNKNOWN;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** Keys that are at hand are tried first, and those that the resolver gives decide. */
class SignatureStepTest {
  private final List<String> asked = new ArrayList<>();
  private final CountedKey rightKey = new CountedKey(TestPartner.SECRET.getEncoded());
  private final PartnerKey right = key(rightKey);
  private final CountedKey wrongKey = new CountedKey(new byte[32]);
  private final PartnerKey wrong = key(wrongKey);

  private static PartnerKey key(SecretKey secret) {
    return PartnerKey.of(TestPartner.TATOOINE_KEY_ID, secret, Set.of(SigningAlgorithm.HS256));
  }

  private @Nullable Refusal check(TokenBuilder builder, Resolver resolver) {
    CompactToken token = (CompactToken) CompactToken.read(builder.token(), 16_384);
    return new SignatureStep(resolver).check(token, TestPartner.exorlive(), VerifierFixture.NOW);
  }

  private static TokenBuilder withoutKid() {
    return TestPartner.exorliveToken().withoutHeader("kid");
  }

  @Test
  void keyAtHandThatSignedIsEnough() {
    assertThat(check(withoutKid(), new Resolver(List.of(right), List.of()))).isNull();
    assertThat(asked).containsExactly("at hand");
  }

  @Test
  void tokenThatNoKeyAtHandSignedIsDecidedByWhatIsResolved() {
    assertThat(check(withoutKid(), new Resolver(List.of(wrong), List.of(right)))).isNull();
    assertThat(asked).containsExactly("at hand", "resolve");

    Refusal none = check(withoutKid(), new Resolver(List.of(wrong), List.of()));
    assertThat(none).extracting(Refusal::reason).isEqualTo(KEY_UNKNOWN);
  }

  @Test
  void keysThatWereTriedAreNotTriedAgain() {
    Refusal refusal = check(withoutKid(), new Resolver(List.of(wrong), List.of(wrong)));

    assertThat(refusal).extracting(Refusal::reason).isEqualTo(SIGNATURE_INVALID);
    assertThat(wrongKey.uses).isEqualTo(usesOfOneCheck());
  }

  private int usesOfOneCheck() {
    CountedKey alone = new CountedKey(new byte[32]);
    assertThat(check(withoutKid(), new Resolver(List.of(), List.of(key(alone))))).isNotNull();
    assertThat(alone.uses).isPositive();
    return alone.uses;
  }

  @Test
  void tokenWithKidIsDecidedByWhatIsResolvedAlone() {
    assertThat(check(TestPartner.exorliveToken(), new Resolver(List.of(wrong), List.of(right))))
        .isNull();
    assertThat(asked).containsExactly("resolve");
    assertThat(wrongKey.uses).isZero();
  }

  @Test
  void keyOfTheSourcesThatDidAnswerIsEnough() {
    Resolver down = new Resolver(List.of(), List.of());
    down.unavailable = new LaunchUnavailableException("down").withOtherKeys(List.of(right));

    assertThat(check(withoutKid(), down)).isNull();
  }

  @Test
  void thereIsNoVerdictOnATokenThatTheKeysOfTheOthersDidNotSign() {
    for (List<PartnerKey> others : List.of(List.<PartnerKey>of(), List.of(wrong))) {
      Resolver down = new Resolver(List.of(wrong), List.of());
      down.unavailable = new LaunchUnavailableException("down").withOtherKeys(others);

      assertThatThrownBy(() -> check(withoutKid(), down)).isSameAs(down.unavailable);
    }
    assertThat(wrongKey.uses).isEqualTo(2 * usesOfOneCheck());
  }

  @Test
  void refusalNamesTheKidAndTheNumberOfKeys() {
    Refusal unknown = check(TestPartner.exorliveToken(), new Resolver(List.of(), List.of()));
    assertThat(unknown)
        .hasToString(
            "key_unknown: expected 1 to 4 keys of the partner for kid \"1329879584\" and HS256,"
                + " found 0");
    assertThat(check(withoutKid(), new Resolver(List.of(), List.of(wrong))))
        .hasToString("signature_invalid: expected the signature of kid none, found another");
  }

  /** Notes what it was asked. */
  private final class Resolver implements KeyResolver {
    private final List<PartnerKey> atHand;
    private final List<PartnerKey> resolved;
    private @Nullable LaunchUnavailableException unavailable;

    private Resolver(List<PartnerKey> atHand, List<PartnerKey> resolved) {
      this.atHand = atHand;
      this.resolved = resolved;
    }

    @Override
    public List<PartnerKey> atHand(Partner partner, SigningAlgorithm algorithm) {
      asked.add("at hand");
      return atHand;
    }

    @Override
    public List<PartnerKey> resolve(
        Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
      asked.add("resolve");
      if (unavailable != null) {
        throw unavailable;
      }
      return resolved;
    }
  }

  /** A secret that counts how often it is looked at. */
  private static final class CountedKey implements SecretKey {
    private static final long serialVersionUID = 1L;

    private final transient SecretKeySpec secret;
    private int uses;

    private CountedKey(byte[] secret) {
      this.secret = new SecretKeySpec(secret, "HMAC");
    }

    @Override
    public String getAlgorithm() {
      return secret.getAlgorithm();
    }

    @Override
    public String getFormat() {
      return secret.getFormat();
    }

    @Override
    public byte[] getEncoded() {
      uses++;
      return secret.getEncoded();
    }
  }
}
