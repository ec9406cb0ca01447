package org.launchgate.internal.key;

import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.jose.SignatureCheck;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.profile.SigningAlgorithm.Family;

/**
 * A key that verifies signatures, with what its own form says of it. {@link #toString()} shows no
 * key material.
 *
 * @param key a public key or a shared secret
 * @param keyId its {@code kid}; null when its form names none
 * @param algorithm the one algorithm for which its form allows it; null when it does not say
 * @param notBefore its first instant; null for no beginning
 * @param notAfter its last instant; null for no end
 */
public record KeyMaterial(
    Key key,
    @Nullable String keyId,
    @Nullable String algorithm,
    @Nullable Instant notBefore,
    @Nullable Instant notAfter) {

  /** A key whose form says nothing more of it. */
  public static KeyMaterial of(Key key) {
    return new KeyMaterial(key, null, null, null, null);
  }

  /**
   * The algorithms among those agreed for which this key may be used; never empty.
   *
   * @throws IllegalArgumentException when there is none; the message says why
   */
  public Set<SigningAlgorithm> fitting(Set<SigningAlgorithm> agreed) {
    Set<SigningAlgorithm> fitting = among(agreed);
    if (fitting.isEmpty()) {
      throw new IllegalArgumentException(noneFits(agreed, misfit(agreed)));
    }
    return fitting;
  }

  /** The algorithms among those agreed for which this key may be used; empty when there is none. */
  Set<SigningAlgorithm> among(Set<SigningAlgorithm> agreed) {
    Set<SigningAlgorithm> fitting = EnumSet.noneOf(SigningAlgorithm.class);
    for (SigningAlgorithm each : agreed) {
      if (isStated(each) && misfit(each).isEmpty()) {
        fitting.add(each);
      }
    }
    return fitting;
  }

  private boolean isStated(SigningAlgorithm each) {
    return algorithm == null || algorithm.equals(each.name());
  }

  private String misfit(SigningAlgorithm each) {
    return SignatureCheck.standard().misfit(each.name(), key);
  }

  /** Why none fits: the last of the key's own family says it best, else the first. */
  private String misfit(Set<SigningAlgorithm> agreed) {
    String misfit = "";
    for (SigningAlgorithm each : new TreeSet<>(agreed)) {
      if (isStated(each) && (misfit.isEmpty() || each.family() == family())) {
        misfit = misfit(each);
      }
    }
    return misfit;
  }

  private String noneFits(Set<SigningAlgorithm> agreed, String misfit) {
    return "fits none of the agreed algorithms "
        + agreed.stream().sorted().map(Enum::name).collect(Collectors.joining(", "))
        + (algorithm == null ? "" : "; the jwk's \"alg\" is " + algorithm)
        + (misfit.isEmpty() ? "" : " (" + misfit + ")");
  }

  private @Nullable Family family() {
    if (key instanceof SecretKey) {
      return Family.SECRET;
    }
    if (key instanceof RSAKey) {
      return Family.RSA;
    }
    return key instanceof ECKey ? Family.EC : key instanceof EdECKey ? Family.OKP : null;
  }

  @Override
  public String toString() {
    return "KeyMaterial[kid=" + keyId + ", " + key.getAlgorithm() + "]";
  }
}
