package org.launchgate.partner;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.key.Jwk;
import org.launchgate.internal.key.KeyMaterial;
import org.launchgate.internal.key.PemKey;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.PartnerKey;

/**
 * Makes partner keys of what a key resolver has read, by the rules of the partners file: for a
 * {@link org.launchgate.spi.KeyResolver} or {@link org.launchgate.spi.PartnerDirectory} of one's
 * own. A key that is private, too short, on another curve or not on its curve is refused here,
 * before it can refuse launches. Stateless, thread-safe.
 */
public final class PartnerKeys {
  private PartnerKeys() {}

  /**
   * The key of a public key or X.509 certificate, with the certificate's validity.
   *
   * @param keyId the {@code kid} by which tokens name it; null for none
   * @param content PEM text in ASCII, or DER
   * @param algorithms those that were agreed; the key serves those of them that it fits
   * @throws IllegalArgumentException that says what is wrong, and nothing of the content
   */
  public static PartnerKey ofPem(
      @Nullable String keyId, byte[] content, Set<SigningAlgorithm> algorithms) {
    return bound(keyId, PemKey.read(content), algorithms);
  }

  /**
   * The key of a JSON Web Key (RFC 7517), named by its own {@code kid}.
   *
   * @param jwk its members, as a JSON reader gives them
   * @param algorithms those that were agreed; the key serves those of them that it fits
   * @throws IllegalArgumentException that says what is wrong, and nothing of the key
   */
  public static PartnerKey ofJwk(
      Map<String, @Nullable Object> jwk, Set<SigningAlgorithm> algorithms) {
    KeyMaterial key = Jwk.verifying(jwk);
    return bound(key.keyId(), key, algorithms);
  }

  private static PartnerKey bound(
      @Nullable String keyId, KeyMaterial key, Set<SigningAlgorithm> algorithms) {
    return PartnerKey.of(keyId, key.key(), key.fitting(algorithms))
        .validBetween(key.notBefore(), key.notAfter());
  }
}
