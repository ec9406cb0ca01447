package org.launchgate.internal.jose;

import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Map;
import javax.crypto.SecretKey;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The signature check by jose4j, which keeps its own check of algorithm, key and {@code crit}. */
final class JoseSignatureCheck implements SignatureCheck {
  static final JoseSignatureCheck INSTANCE = new JoseSignatureCheck();

  private static final int ED25519_SIGNATURE_BYTES = 64;

  private static final Map<Class<? extends Key>, String> KEY_TYPES =
      Map.of(
          RSAPublicKey.class, "an RSA public key",
          ECPublicKey.class, "an EC public key",
          EdECPublicKey.class, "an Ed25519 public key",
          SecretKey.class, "a shared secret");

  private JoseSignatureCheck() {}

  @Override
  public boolean matches(SignedParts token, String algorithm, Key key) {
    JsonWebSignatureAlgorithm agreed = JoseAlgorithms.named(algorithm);
    if (agreed == null
        || !keyType(agreed).isInstance(key)
        || isOtherEdwardsCurve(key)
        || isOtherEdwardsLength(key, token.signature())
        || changesMeaning(token.header())) {
      return false;
    }
    try {
      return new PreparsedSignature(token, agreed, key).verifySignature();
    } catch (JoseException e) {
      // jose4j says "no" in this way to a key that does not fit and a signature of a wrong length.
      return false;
    }
  }

  @Override
  public String misfit(String algorithm, Key key) {
    JsonWebSignatureAlgorithm agreed = JoseAlgorithms.named(algorithm);
    if (agreed == null) {
      return "the algorithm " + algorithm + " is not offered";
    }
    Class<? extends Key> type = keyType(agreed);
    if (!type.isInstance(key) || isOtherEdwardsCurve(key)) {
      return algorithm + " needs " + KEY_TYPES.get(type);
    }
    if (key instanceof ECPublicKey ec && NistCurve.name(ec.getParams()) == null) {
      return "an EC key must be on P-256, P-384 or P-521";
    }
    try {
      agreed.validateVerificationKey(key);
      return oddity(algorithm, key);
    } catch (JoseException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** jose4j takes Ed448 for EdDSA too; agreed is Ed25519 alone. */
  private static boolean isOtherEdwardsCurve(Key key) {
    return key instanceof EdECPublicKey edwards
        && !edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
  }

  /** The JDK takes zeros behind the signature for a part of it (RFC 8032 5.1.7: 64 bytes). */
  private static boolean isOtherEdwardsLength(Key key, byte[] signature) {
    return key instanceof EdECPublicKey && signature.length != ED25519_SIGNATURE_BYTES;
  }

  /** jose4j understands {@code b64} (RFC 7797), which no launch token may have. */
  private static boolean changesMeaning(Map<String, @Nullable Object> header) {
    return header.containsKey("crit") || header.containsKey("b64");
  }

  /** What jose4j does not ask of a key that is otherwise fit. */
  private static String oddity(String algorithm, Key key) {
    if (key instanceof ECPublicKey ec && !NistCurve.holds(ec.getParams(), ec.getW())) {
      return algorithm + " needs a point on its curve";
    }
    if (key instanceof EdECPublicKey edwards && !Ed25519Point.isFit(edwards)) {
      return algorithm + " needs a point on its curve, of its large group";
    }
    return key instanceof RSAPublicKey rsa
        ? RsaNumbers.oddity(rsa.getModulus(), rsa.getPublicExponent())
        : "";
  }

  /**
   * A public key is never a secret: the classic confusion of RS256 and HS256. For the kinds of
   * public keys too, since jose4j looks at a key's size and curve only where it is of its kind.
   */
  private static Class<? extends Key> keyType(JsonWebSignatureAlgorithm algorithm) {
    return switch (algorithm.getKeyType()) {
      case RsaJsonWebKey.KEY_TYPE -> RSAPublicKey.class;
      case EllipticCurveJsonWebKey.KEY_TYPE -> ECPublicKey.class;
      case OctetKeyPairJsonWebKey.KEY_TYPE -> EdECPublicKey.class;
      default -> SecretKey.class;
    };
  }
}
