package org.launchgate.internal.key;

import java.security.PrivateKey;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.jose.JsonWebKeys;
import org.launchgate.profile.SigningAlgorithm;

/** One JSON Web Key with its {@code kid} and {@code alg}, alone or in a set. */
public final class Jwk {
  private Jwk() {}

  /**
   * A key that stands alone and has to verify signatures.
   *
   * @throws IllegalArgumentException when it does not; the message names the member at fault
   */
  public static KeyMaterial verifying(Map<String, @Nullable Object> jwk) {
    String keyId = text(jwk, "kid");
    String algorithm = text(jwk, "alg");
    return new KeyMaterial(JsonWebKeys.read(jwk), keyId, algorithm, null, null);
  }

  /**
   * A key of a set; left out when it is meant for something else than signatures by one of the
   * agreed algorithms.
   *
   * @throws IllegalArgumentException when it is wrong: private, a secret, too small, malformed
   */
  public static @Nullable KeyMaterial verifyingInSet(
      Map<String, @Nullable Object> jwk, Set<SigningAlgorithm> agreed, Consumer<String> leaveOut) {
    JsonWebKeys.refusePrivate(jwk);
    refuseSecret(jwk, "give it as \"secret\"");
    if (!JsonWebKeys.isForSigning(jwk)) {
      leaveOut.accept("does not sign, by its \"use\" or \"key_ops\"");
      return null;
    }
    if (!JsonWebKeys.isKnownKind(jwk)) {
      leaveOut.accept("has another \"kty\" or \"crv\" than those that are read");
      return null;
    }
    KeyMaterial key = verifying(jwk);
    if (key.algorithm() != null && SigningAlgorithm.of(key.algorithm()).isEmpty()) {
      leaveOut.accept("has another \"alg\" than those that are offered");
      return null;
    }
    // Whatever is agreed: a key that is too small for anything is a mistake of its own.
    key.fitting(EnumSet.allOf(SigningAlgorithm.class));
    if (key.among(agreed).isEmpty()) {
      leaveOut.accept("fits none of the agreed algorithms");
      return null;
    }
    return key;
  }

  /**
   * The private key of a JWK that stands alone and has to decrypt.
   *
   * @throws IllegalArgumentException when it does not; the message names the member at fault
   */
  public static PrivateKey decrypting(Map<String, @Nullable Object> jwk) {
    String algorithm = text(jwk, "alg");
    PrivateKey key = JsonWebKeys.readPrivate(jwk);
    if (algorithm != null && !Decrypting.suits(key, algorithm)) {
      throw new IllegalArgumentException(
          "\"alg\" must be absent or one of those for which the key serves: "
              + Decrypting.algorithms(key));
    }
    return key;
  }

  /**
   * A private key of a set; left out when it is meant for something else than decryption.
   *
   * @throws IllegalArgumentException when it is wrong: public, a secret, malformed
   */
  public static @Nullable PrivateKey decryptingInSet(
      Map<String, @Nullable Object> jwk, Consumer<String> leaveOut) {
    refuseSecret(jwk, "decryption needs a private key");
    if (!JsonWebKeys.isForDecrypting(jwk)) {
      leaveOut.accept("does not decrypt, by its \"use\" or \"key_ops\"");
      return null;
    }
    if (!JsonWebKeys.isKnownKind(jwk) || "OKP".equals(jwk.get("kty"))) {
      leaveOut.accept("has another \"kty\" or \"crv\" than those that are read");
      return null;
    }
    return decrypting(jwk);
  }

  /** The {@code alg}, the one algorithm for which a key is meant; null when there is none. */
  public static @Nullable String algorithm(Map<String, @Nullable Object> jwk) {
    return text(jwk, "alg");
  }

  /** The {@code kid}; null when there is none. */
  public static @Nullable String keyId(Map<String, @Nullable Object> jwk) {
    return text(jwk, "kid");
  }

  private static void refuseSecret(Map<String, @Nullable Object> jwk, String remedy) {
    if ("oct".equals(jwk.get("kty"))) {
      throw new IllegalArgumentException("is a shared secret, which no set may hold; " + remedy);
    }
  }

  private static @Nullable String text(Map<String, @Nullable Object> jwk, String member) {
    Object value = jwk.get(member);
    if (value == null || (value instanceof String text && !text.isBlank())) {
      return (String) value;
    }
    throw new IllegalArgumentException("\"" + member + "\" must be a text that is not empty");
  }
}
