package org.launchgate.example.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token as a careless receiver reads it: what cannot be read is empty. */
record ReadToken(String text) {

  String header() {
    return new String(part(0), UTF_8);
  }

  String payload() {
    return new String(part(1), UTF_8);
  }

  /** Whether it is signed by HS256 with that secret. */
  boolean isSignedBy(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HMAC"));
      byte[] input = text.substring(0, Math.max(0, text.lastIndexOf('.'))).getBytes(UTF_8);
      return MessageDigest.isEqual(mac.doFinal(input), part(2));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] part(int index) {
    String[] parts = text.split("\\.", -1);
    try {
      return index < parts.length ? Base64.getUrlDecoder().decode(parts[index]) : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
