package org.launchgate.example.attack.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A text, encrypted as a compact JWE (RFC 7516). The header says what it is told to say; how the
 * text is encrypted goes by {@code alg} and {@code enc} as they were given at the beginning.
 */
public final class Encryption {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String algorithm;
  private final String content;
  private final Key key;
  private final Map<String, Object> header = new LinkedHashMap<>();

  private Encryption(String algorithm, String content, Key key) {
    this.algorithm = algorithm;
    this.content = content;
    this.key = key;
    header.put("alg", algorithm);
    header.put("enc", content);
  }

  /**
   * To a key: a public one for RSA, bytes for {@code dir} and key wrapping.
   *
   * @param content one of A128CBC-HS256, A256CBC-HS512, A128GCM, A256GCM
   */
  public static Encryption to(Key key, String algorithm, String content) {
    return new Encryption(algorithm, content, key);
  }

  /** The bytes of a secret key. */
  public static Key secret(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }

  /** Sets a header member. */
  public Encryption header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  /** The token around a text. */
  public String around(String text) {
    return around(text.getBytes(UTF_8));
  }

  /** The token around bytes. */
  public String around(byte[] plain) {
    try {
      return Base64Url.of(Json.of(header)) + "." + parts(plain, Base64Url.of(Json.of(header)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + ", " + content, e);
    }
  }

  private String parts(byte[] plain, String protectedHeader) throws GeneralSecurityException {
    byte[] contentKey = algorithm.equals("dir") ? key.getEncoded() : random(keyLength());
    byte[] associated = protectedHeader.getBytes(US_ASCII);
    byte[] iv = random(content.contains("GCM") ? 12 : 16);
    byte[][] sealed =
        content.contains("GCM")
            ? gcm(contentKey, iv, plain, associated)
            : cbc(contentKey, iv, plain, associated);
    return Base64Url.of(wrapped(contentKey))
        + "."
        + Base64Url.of(iv)
        + "."
        + Base64Url.of(sealed[0])
        + "."
        + Base64Url.of(sealed[1]);
  }

  private int keyLength() {
    return switch (content) {
      case "A128GCM" -> 16;
      case "A256CBC-HS512" -> 64;
      default -> 32;
    };
  }

  private byte[] wrapped(byte[] contentKey) throws GeneralSecurityException {
    return switch (algorithm) {
      case "dir" -> new byte[0];
      case "RSA1_5" -> rsa("RSA/ECB/PKCS1Padding", contentKey, null);
      case "RSA-OAEP" -> rsa("RSA/ECB/OAEPWithSHA-1AndMGF1Padding", contentKey, oaep("SHA-1"));
      case "RSA-OAEP-256" ->
          rsa("RSA/ECB/OAEPWithSHA-256AndMGF1Padding", contentKey, oaep("SHA-256"));
      default -> wrappedByKey(contentKey);
    };
  }

  private byte[] wrappedByKey(byte[] contentKey) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AESWrap");
    cipher.init(Cipher.WRAP_MODE, key);
    return cipher.wrap(secret(contentKey));
  }

  private byte[] rsa(String name, byte[] contentKey, @Nullable OAEPParameterSpec oaep)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(name);
    if (oaep == null) {
      cipher.init(Cipher.ENCRYPT_MODE, key);
    } else {
      cipher.init(Cipher.ENCRYPT_MODE, key, oaep);
    }
    return cipher.doFinal(contentKey);
  }

  private static OAEPParameterSpec oaep(String hash) {
    return new OAEPParameterSpec(
        hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT);
  }

  private static byte[][] gcm(byte[] contentKey, byte[] iv, byte[] plain, byte[] associated)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, secret(contentKey), new GCMParameterSpec(128, iv));
    cipher.updateAAD(associated);
    byte[] all = cipher.doFinal(plain);
    int end = all.length - 16;
    return new byte[][] {Arrays.copyOf(all, end), Arrays.copyOfRange(all, end, all.length)};
  }

  // RFC 7518 section 5.2.2.1: the first half of the key authenticates, the second encrypts.
  private static byte[][] cbc(byte[] contentKey, byte[] iv, byte[] plain, byte[] associated)
      throws GeneralSecurityException {
    int half = contentKey.length / 2;
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    byte[] encrypting = Arrays.copyOfRange(contentKey, half, contentKey.length);
    cipher.init(Cipher.ENCRYPT_MODE, secret(encrypting), new IvParameterSpec(iv));
    byte[] text = cipher.doFinal(plain);
    Mac mac = Mac.getInstance(half == 16 ? "HmacSHA256" : "HmacSHA512");
    mac.init(new SecretKeySpec(contentKey, 0, half, "HMAC"));
    byte[] length = ByteBuffer.allocate(8).putLong(associated.length * 8L).array();
    byte[] tag = mac.doFinal(Der.joined(associated, iv, text, length));
    return new byte[][] {text, Arrays.copyOf(tag, half)};
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
