package org.launchgate.internal.jose;

import java.math.BigInteger;
import java.security.Key;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Web Keys (RFC 7517): those that verify signatures and those that decrypt.
 *
 * <p>Only the members that make the key are looked at (RFC 7518 section 6, RFC 8037 section 2), and
 * {@code use} and {@code key_ops}, which say what it is for; {@code x5c} and whatever else stands
 * beside them is ignored. jose4j's reader leaves out characters that are no base64url, so the
 * numbers are checked before it sees them.
 */
public final class JsonWebKeys {
  private static final List<String> PRIVATE_MEMBERS =
      List.of("d", "p", "q", "dp", "dq", "qi", "oth");
  private static final Map<String, List<String>> PUBLIC_MEMBERS =
      Map.of("RSA", List.of("n", "e"), "EC", List.of("x", "y"), "OKP", List.of("x"));
  private static final Map<String, Set<String>> CURVES =
      Map.of("EC", Set.of("P-256", "P-384", "P-521"), "OKP", Set.of("Ed25519"));
  private static final List<String> VERIFYING = List.of("verify");
  private static final List<String> DECRYPTING =
      List.of("decrypt", "unwrapKey", "deriveKey", "deriveBits");

  private static final int ED25519_BYTES = 32;

  private JsonWebKeys() {}

  /**
   * The public key or shared secret of a JWK.
   *
   * @throws IllegalArgumentException when it is no key, a private key, or its {@code use} or {@code
   *     key_ops} says that it does not verify signatures; the message names the member
   */
  public static Key read(Map<String, @Nullable Object> jwk) {
    refusePrivate(jwk);
    if (!isForSigning(jwk)) {
      throw new IllegalArgumentException(
          "enc".equals(jwk.get("use"))
              ? "\"use\" must be \"sig\" or absent"
              : "\"key_ops\" must contain \"verify\" or be absent");
    }
    if ("oct".equals(jwk.get("kty"))) {
      return secret(jwk.get("k"));
    }
    return publicKey(jwk);
  }

  /**
   * The private key of a JWK that decrypts.
   *
   * @throws IllegalArgumentException when it is no RSA or EC key, a public key or a secret, or its
   *     {@code use} or {@code key_ops} says that it does not decrypt; the message names the member
   */
  public static PrivateKey readPrivate(Map<String, @Nullable Object> jwk) {
    if ("oct".equals(jwk.get("kty"))) {
      throw new IllegalArgumentException("is a shared secret; decryption needs a private key");
    }
    if (!jwk.containsKey("d")) {
      throw new IllegalArgumentException(
          "is a public key, without \"d\"; decryption needs the private key");
    }
    if (!isForDecrypting(jwk)) {
      throw new IllegalArgumentException(
          "\"use\" must be \"enc\" or absent, and \"key_ops\" contain one of "
              + DECRYPTING
              + " or be absent");
    }
    return privateKey(jwk);
  }

  /** Refuses a JWK that is, or holds a part of, a private key. */
  public static void refusePrivate(Map<String, @Nullable Object> jwk) {
    for (String member : PRIVATE_MEMBERS) {
      if (jwk.containsKey(member)) {
        throw new IllegalArgumentException(
            "the member \"" + member + "\" belongs to a private key; give the public key only");
      }
    }
  }

  /** Whether a JWK is, or holds a part of, a private key. */
  public static boolean isPrivate(Map<String, @Nullable Object> jwk) {
    return PRIVATE_MEMBERS.stream().anyMatch(jwk::containsKey);
  }

  /** Whether {@code kty} and {@code crv} are among those that can be read: RSA, EC, OKP. */
  public static boolean isKnownKind(Map<String, @Nullable Object> jwk) {
    String type = String.valueOf(jwk.get("kty"));
    return PUBLIC_MEMBERS.containsKey(type) && !hasUnknownCurve(type, jwk);
  }

  /**
   * Whether {@code use} and {@code key_ops} allow that it verifies signatures; both are optional.
   *
   * @throws IllegalArgumentException when they have a wrong type or contradict each other
   */
  public static boolean isForSigning(Map<String, @Nullable Object> jwk) {
    return allows(jwk, "sig", "enc", VERIFYING);
  }

  /** The same for decryption. */
  public static boolean isForDecrypting(Map<String, @Nullable Object> jwk) {
    return allows(jwk, "enc", "sig", DECRYPTING);
  }

  private static boolean allows(
      Map<String, @Nullable Object> jwk, String use, String otherUse, List<String> operations) {
    Object stated = jwk.get("use");
    if (stated != null && !stated.equals(use) && !stated.equals(otherUse)) {
      throw new IllegalArgumentException("\"use\" must be \"" + use + "\" or absent");
    }
    boolean byUse = stated == null || stated.equals(use);
    Object listed = jwk.get("key_ops");
    if (listed == null) {
      return byUse;
    }
    if (!(listed instanceof List<?> list)) {
      throw new IllegalArgumentException(
          "\"key_ops\" must contain one of " + operations + " or be absent");
    }
    boolean byOperations = operations.stream().anyMatch(list::contains); // lists may hold null
    if (stated != null && byUse && !byOperations) {
      throw new IllegalArgumentException(
          "\"key_ops\" contradicts \"use\"; it must contain one of " + operations);
    }
    return byUse && byOperations;
  }

  private static Key publicKey(Map<String, @Nullable Object> jwk) {
    String type = knownType(jwk, "RSA, EC, OKP or oct");
    Map<String, Object> numbers = numbers(jwk, type, PUBLIC_MEMBERS.getOrDefault(type, List.of()));
    refuseOddNumbers(type, numbers);
    try {
      return JsonWebKey.Factory.newJwk(numbers).getKey();
    } catch (JoseException | RuntimeException e) {
      throw unreadable(type);
    }
  }

  private static PrivateKey privateKey(Map<String, @Nullable Object> jwk) {
    String type = knownType(jwk, "RSA or EC");
    if (type.equals("OKP")) {
      throw new IllegalArgumentException("\"kty\" must be RSA or EC (RFC 7518 6)");
    }
    Map<String, Object> numbers = numbers(jwk, type, PUBLIC_MEMBERS.getOrDefault(type, List.of()));
    refuseOddNumbers(type, numbers);
    for (String member : PRIVATE_MEMBERS) {
      if (jwk.containsKey(member) && !member.equals("oth")) {
        numbers.put(member, number(jwk, type, member));
      }
    }
    PublicJsonWebKey key;
    try {
      key = PublicJsonWebKey.Factory.newPublicJwk(numbers);
    } catch (JoseException | RuntimeException e) {
      throw unreadable(type);
    }
    if (!KeyHalves.match(key.getPublicKey(), key.getPrivateKey())) {
      throw new IllegalArgumentException(
          "is no key: its private numbers do not belong to its public ones, for which senders"
              + " encrypt");
    }
    return key.getPrivateKey();
  }

  /** Without jose4j's own message, which may quote the key. */
  private static IllegalArgumentException unreadable(String type) {
    return new IllegalArgumentException(
        "no " + type + " key that can be read: its numbers make no key (RFC 7518 6)");
  }

  private static String knownType(Map<String, @Nullable Object> jwk, String allowed) {
    Object value = jwk.get("kty");
    if (!(value instanceof String type) || !PUBLIC_MEMBERS.containsKey(type)) {
      throw new IllegalArgumentException("\"kty\" must be " + allowed + " (RFC 7518 6)");
    }
    if (hasUnknownCurve(type, jwk)) {
      throw new IllegalArgumentException(
          "\"crv\" must be "
              + String.join(" or ", CURVES.getOrDefault(type, Set.of()).stream().sorted().toList())
              + " where \"kty\" is "
              + type);
    }
    return type;
  }

  private static boolean hasUnknownCurve(String type, Map<String, @Nullable Object> jwk) {
    Set<String> curves = CURVES.get(type);
    return curves != null && !(jwk.get("crv") instanceof String curve && curves.contains(curve));
  }

  /** A fresh map that jose4j may keep, of what makes the key and nothing else. */
  private static Map<String, Object> numbers(
      Map<String, @Nullable Object> jwk, String type, List<String> members) {
    Map<String, Object> numbers = new HashMap<>();
    numbers.put("kty", type);
    if (jwk.get("crv") instanceof String curve) {
      numbers.put("crv", curve);
    }
    members.forEach(member -> numbers.put(member, number(jwk, type, member)));
    return numbers;
  }

  private static String number(Map<String, @Nullable Object> jwk, String type, String member) {
    if (jwk.get(member) instanceof String text && !text.isEmpty() && decoded(text) != null) {
      return text;
    }
    throw new IllegalArgumentException(
        "\"" + member + "\" must be a number in base64url, as every " + type + " key has it");
  }

  private static byte @Nullable [] decoded(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void refuseOddNumbers(String type, Map<String, Object> numbers) {
    if (type.equals("RSA")) {
      refuse(RsaNumbers.oddity(unsigned(numbers, "n"), unsigned(numbers, "e")));
    }
    if (type.equals("OKP") && bytes(numbers, "x").length != ED25519_BYTES) {
      refuse("\"x\" must be 32 bytes (RFC 8032 5.1.5)");
    }
  }

  private static void refuse(String oddity) {
    if (!oddity.isEmpty()) {
      throw new IllegalArgumentException(oddity);
    }
  }

  private static BigInteger unsigned(Map<String, Object> numbers, String member) {
    return new BigInteger(1, bytes(numbers, member));
  }

  /** Of a number that is known to be there, in base64url. */
  private static byte[] bytes(Map<String, Object> numbers, String member) {
    return Base64.getUrlDecoder()
        .decode(String.valueOf(Objects.requireNonNull(numbers.get(member), member)));
  }

  /** Not by jose4j, which leaves out characters that are no base64url and calls the key AES. */
  private static SecretKey secret(@Nullable Object k) {
    try {
      return new SecretKeySpec(
          Base64.getUrlDecoder().decode(k instanceof String text ? text : ""), "HMAC");
    } catch (IllegalArgumentException e) {
      // The decoder's message quotes the secret.
      throw new IllegalArgumentException("\"k\" must be a secret in base64url (RFC 7518 6.4.1)");
    }
  }
}
