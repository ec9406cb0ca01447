package org.launchgate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes encrypted tokens, good and bad, by the JDK alone (RFC 7516, RFC 7518): what is tested is
 * not the library that decrypts. Every part can be replaced before the tag is made, so that nothing
 * but the part is wrong.
 */
public final class EncryptedTokenBuilder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> header = new LinkedHashMap<>();
  private byte[] content = new byte[0];
  private PublicKey receiver;
  private String rawHeader;
  private byte[] wrappedKey;
  private byte[] encryptedKey;
  private int ivBytes;

  /** A token for the owner of that key, which holds this text. */
  public static EncryptedTokenBuilder of(String inner, PublicKey receiver, String alg, String enc) {
    return new EncryptedTokenBuilder()
        .content(inner.getBytes(StandardCharsets.UTF_8))
        .receiver(receiver)
        .header("alg", alg)
        .header("enc", enc);
  }

  /** Sets a member of the header. */
  public EncryptedTokenBuilder header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  /** Uses this text as the header, whatever it is; the other members still say how to encrypt. */
  public EncryptedTokenBuilder rawHeader(String json) {
    rawHeader = json;
    return this;
  }

  /** Sets what is inside. */
  public EncryptedTokenBuilder content(byte[] value) {
    content = value;
    return this;
  }

  /** Encrypts for the owner of that key. */
  public EncryptedTokenBuilder receiver(PublicKey value) {
    receiver = value;
    return this;
  }

  /** Wraps this, whatever its size, in place of the key that encrypts the content. */
  public EncryptedTokenBuilder wrappedKey(byte[] value) {
    wrappedKey = value;
    return this;
  }

  /** Uses this second part. */
  public EncryptedTokenBuilder encryptedKey(byte[] value) {
    encryptedKey = value;
    return this;
  }

  /** Uses an initialization vector of that size. */
  public EncryptedTokenBuilder ivBytes(int value) {
    ivBytes = value;
    return this;
  }

  /** The compact token. */
  public String token() {
    return String.join(".", parts());
  }

  /** Its five parts. */
  public String[] parts() {
    try {
      byte[] key = pattern(keyBytes());
      byte[] wrapped = new byte[0];
      String alg = String.valueOf(header.get("alg"));
      if (alg.startsWith("ECDH-ES")) {
        byte[] agreed = agree(alg);
        if (alg.equals("ECDH-ES")) {
          key = agreed;
        } else {
          wrapped = aesWrap(agreed, key);
        }
      } else {
        wrapped = rsa(alg, wrappedKey != null ? wrappedKey : key);
      }
      String first = encode(headerJson().getBytes(StandardCharsets.UTF_8));
      return encrypt(first, encryptedKey != null ? encryptedKey : wrapped, key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String[] encrypt(String first, byte[] wrapped, byte[] key)
      throws GeneralSecurityException {
    boolean gcm = enc().endsWith("GCM");
    byte[] iv = pattern(ivBytes != 0 ? ivBytes : gcm ? 12 : 16);
    byte[] aad = first.getBytes(StandardCharsets.US_ASCII);
    byte[][] sealed = gcm ? gcm(key, iv, aad) : cbc(key, iv, aad);
    return new String[] {first, encode(wrapped), encode(iv), encode(sealed[0]), encode(sealed[1])};
  }

  private byte[][] gcm(byte[] key, byte[] iv, byte[] aad) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
    cipher.updateAAD(aad);
    byte[] both = cipher.doFinal(content);
    return new byte[][] {
      Arrays.copyOf(both, both.length - 16), Arrays.copyOfRange(both, both.length - 16, both.length)
    };
  }

  private byte[][] cbc(byte[] key, byte[] iv, byte[] aad) throws GeneralSecurityException {
    int half = key.length / 2;
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key, half, key.length - half, "AES"),
        new IvParameterSpec(iv));
    byte[] ciphertext = cipher.doFinal(content);
    Mac mac = Mac.getInstance("HmacSHA" + enc().substring(enc().length() - 3));
    mac.init(new SecretKeySpec(key, 0, half, "HMAC"));
    mac.update(aad);
    mac.update(iv);
    mac.update(ciphertext);
    mac.update(ByteBuffer.allocate(8).putLong(8L * aad.length).array());
    return new byte[][] {ciphertext, Arrays.copyOf(mac.doFinal(), half)};
  }

  private byte[] rsa(String alg, byte[] key) throws GeneralSecurityException {
    if (alg.equals("RSA1_5")) {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.ENCRYPT_MODE, receiver);
      return cipher.doFinal(key);
    }
    String hash = alg.equals("RSA-OAEP-256") ? "SHA-256" : "SHA-1";
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        receiver,
        new OAEPParameterSpec(
            hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT));
    return cipher.doFinal(key);
  }

  private static byte[] aesWrap(byte[] agreed, byte[] key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AESWrap");
    cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(agreed, "AES"));
    return cipher.wrap(new SecretKeySpec(key, "AES"));
  }

  /** Agrees with a fresh key of the receiver's curve, which becomes the header's {@code epk}. */
  private byte[] agree(String alg) throws GeneralSecurityException {
    ECPublicKey own = (ECPublicKey) receiver;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(own.getParams());
    KeyPair ephemeral = generator.generateKeyPair();
    header.putIfAbsent("epk", publicJwk((ECPublicKey) ephemeral.getPublic()));
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(ephemeral.getPrivate());
    agreement.doPhase(receiver, true);
    boolean direct = alg.equals("ECDH-ES");
    int bytes = direct ? keyBytes() : Integer.parseInt(alg.substring(9, 12)) / 8;
    return concatKdf(agreement.generateSecret(), direct ? enc() : alg, bytes);
  }

  /** RFC 7518 section 4.6.2, with the apu and apv of the header. */
  private byte[] concatKdf(byte[] secret, String algorithm, int bytes)
      throws GeneralSecurityException {
    ByteArrayOutputStream derived = new ByteArrayOutputStream();
    for (int round = 1; derived.size() < bytes; round++) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(number(round));
      digest.update(secret);
      for (byte[] part :
          new byte[][] {algorithm.getBytes(StandardCharsets.US_ASCII), info("apu"), info("apv")}) {
        digest.update(number(part.length));
        digest.update(part);
      }
      digest.update(number(bytes * 8));
      derived.writeBytes(digest.digest());
    }
    return Arrays.copyOf(derived.toByteArray(), bytes);
  }

  /** As a lenient reader would take it: whatever is no base64url left out. */
  private byte[] info(String name) {
    return header.get(name) instanceof String text
        ? Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/'))
        : new byte[0];
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  /** A public key as the members of a JWK. */
  public static Map<String, Object> publicJwk(ECPublicKey key) {
    int bits = key.getParams().getCurve().getField().getFieldSize();
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "EC");
    jwk.put("crv", "P-" + bits);
    jwk.put("x", coordinate(key.getW().getAffineX(), bits));
    jwk.put("y", coordinate(key.getW().getAffineY(), bits));
    return jwk;
  }

  /** A number as long as the field of that many bits. */
  public static String coordinate(BigInteger number, int bits) {
    byte[] bytes = new byte[(bits + 7) / 8];
    byte[] signed = number.toByteArray();
    int count = Math.min(signed.length, bytes.length);
    System.arraycopy(signed, signed.length - count, bytes, bytes.length - count, count);
    return encode(bytes);
  }

  private int keyBytes() {
    int bits = Integer.parseInt(enc().substring(1, 4));
    return enc().endsWith("GCM") ? bits / 8 : bits / 4;
  }

  private String enc() {
    return String.valueOf(header.get("enc"));
  }

  private String headerJson() {
    try {
      return rawHeader != null ? rawHeader : JSON.writeValueAsString(header);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] pattern(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i + 1);
    }
    return bytes;
  }

  private static String encode(byte[] bytes) {
    return TokenBuilder.encode(bytes);
  }
}
