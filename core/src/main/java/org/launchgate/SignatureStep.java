package org.launchgate;

import static org.launchgate.RefusalReason.KEY_NOT_VALID;
import static org.launchgate.RefusalReason.KEY_UNKNOWN;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.jose.SignatureCheck;
import org.launchgate.internal.jose.SignedParts;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/**
 * Key, then signature: the key by {@code kid} inside one partner alone. Checklist rows 8, 16, 18.
 */
final class SignatureStep {
  private static final int MAX_CANDIDATES = 4;

  private final KeyResolver keys;
  private final SignatureCheck check = SignatureCheck.standard();

  SignatureStep(KeyResolver keys) {
    this.keys = keys;
  }

  /** Null when a key of the partner made the signature. */
  @Nullable Refusal check(CompactToken token, Partner partner, Instant now) {
    return check(token.header(), token.signedParts(), partner, now);
  }

  /** The same without claims, which have no say in it. */
  @Nullable Refusal check(TokenHeader header, SignedParts parts, Partner partner, Instant now) {
    SigningAlgorithm algorithm = SigningAlgorithm.valueOf(header.algorithm());
    Optional<String> keyId = header.keyId();
    List<PartnerKey> atHand =
        keyId.isPresent()
            ? List.of()
            : Outside.ask("key resolver", () -> keys.atHand(partner, algorithm));
    Refusal byThose = check(header, parts, atHand, now);
    if (byThose == null) {
      return null;
    }
    try {
      List<PartnerKey> found =
          Outside.ask("key resolver", () -> keys.resolve(partner, keyId, algorithm));
      // The same keys once more would only cost the same work once more.
      return found.equals(atHand) ? byThose : check(header, parts, found, now);
    } catch (LaunchUnavailableException e) {
      // The key may be where nobody answers, so a refusal by the others is none.
      if (!e.otherKeys().equals(atHand) && check(header, parts, e.otherKeys(), now) == null) {
        return null;
      }
      throw e;
    }
  }

  private @Nullable Refusal check(
      TokenHeader header, SignedParts parts, List<PartnerKey> found, Instant now) {
    SigningAlgorithm algorithm = SigningAlgorithm.valueOf(header.algorithm());
    Optional<String> keyId = header.keyId();
    List<PartnerKey> fitting =
        found.stream()
            .filter(key -> keyId.isEmpty() || key.keyId().equals(keyId))
            .filter(key -> key.algorithms().contains(algorithm))
            .toList();
    List<PartnerKey> valid = fitting.stream().filter(key -> key.isValidAt(now)).toList();
    // Of keys that are over there may be any number: none of them is tried.
    if (fitting.isEmpty() || valid.size() > MAX_CANDIDATES) {
      return unknown(keyId, algorithm, valid.size());
    }
    if (valid.isEmpty()) {
      return Refusal.of(KEY_NOT_VALID, "expected a key that is valid now, found one that is not");
    }
    return valid.stream().anyMatch(key -> check.matches(parts, algorithm.name(), key.key()))
        ? null
        : Refusal.of(
            SIGNATURE_INVALID, "expected the signature of kid " + shown(keyId) + ", found another");
  }

  private static Refusal unknown(Optional<String> keyId, SigningAlgorithm algorithm, int found) {
    return Refusal.of(
        KEY_UNKNOWN,
        "expected 1 to "
            + MAX_CANDIDATES
            + " keys of the partner for kid "
            + shown(keyId)
            + " and "
            + algorithm
            + ", found "
            + found);
  }

  private static String shown(Optional<String> keyId) {
    return keyId.map(LogText::name).orElse("none");
  }
}
