package org.launchgate.demo.ward;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** Signs tokens as the hospital system does (RFC 7515, RS256), with a key made at each start. */
final class TokenSigner {
  private static final String HEADER =
      """
      {"alg":"RS256","typ":"JWT","kid":"his-1"}""";
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;

  private TokenSigner(KeyPair keys) {
    this.keys = keys;
  }

  /** One with a fresh key. */
  static TokenSigner generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new TokenSigner(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has RSA", e);
    }
  }

  /** What the hospital gave to the application. */
  String publicKeyPem() {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN PUBLIC KEY-----\n"
        + lines.encodeToString(keys.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** The compact token with these claims. */
  String sign(String claims) {
    String input = encoded(HEADER) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(input.getBytes(US_ASCII));
      return input + "." + BASE64URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the hospital system cannot sign with its own key", e);
    }
  }

  private static String encoded(String json) {
    return BASE64URL.encodeToString(json.getBytes(UTF_8));
  }
}
