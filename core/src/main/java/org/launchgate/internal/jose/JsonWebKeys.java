package org.launchgate.internal.jose;

import java.security.Key;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Reads the key of a JSON Web Key (RFC 7517) that verifies signatures. */
public final class JsonWebKeys {
  private static final List<String> PRIVATE_MEMBERS =
      List.of("d", "p", "q", "dp", "dq", "qi", "oth");

  private JsonWebKeys() {}

  /**
   * The public key or shared secret of a JWK.
   *
   * @throws IllegalArgumentException when it is no key, a private key, or its {@code use} or {@code
   *     key_ops} says that it does not verify signatures; the message names the member
   */
  public static Key read(Map<String, @Nullable Object> jwk) {
    for (String member : PRIVATE_MEMBERS) {
      if (jwk.containsKey(member)) {
        throw new IllegalArgumentException(
            "the member \"" + member + "\" belongs to a private key; give the public key only");
      }
    }
    requireVerificationUse(jwk);
    if ("oct".equals(jwk.get("kty"))) {
      return secret(jwk.get("k"));
    }
    try {
      return JsonWebKey.Factory.newJwk(new HashMap<>(jwk)).getKey();
    } catch (JoseException | RuntimeException e) {
      // jose4j's message may quote the key, which may be a secret.
      throw new IllegalArgumentException(
          "no JWK that can be read: kty must be RSA, EC or oct, with its members (RFC 7518 6)");
    }
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

  private static void requireVerificationUse(Map<String, @Nullable Object> jwk) {
    Object use = jwk.get("use");
    if (use != null && !use.equals("sig")) {
      throw new IllegalArgumentException("\"use\" must be \"sig\" or absent");
    }
    Object operations = jwk.get("key_ops");
    if (operations != null && !(operations instanceof List<?> list && list.contains("verify"))) {
      throw new IllegalArgumentException("\"key_ops\" must contain \"verify\" or be absent");
    }
  }
}
