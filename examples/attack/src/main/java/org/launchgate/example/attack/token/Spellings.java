package org.launchgate.example.attack.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The texts and bytes in which a public key is handed around. */
public final class Spellings {
  private Spellings() {}

  /** One of them. */
  public static final class Spelling {
    private final String name;
    private final byte[] bytes;

    Spelling(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes.clone();
    }

    /** What is handed around. */
    public byte[] bytes() {
      return bytes.clone();
    }

    /** How it is spelled. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** As PEM, with the line ends and blanks that files come with. */
  public static List<Spelling> pem(PublicKey key) {
    String pem = pem("PUBLIC KEY", key.getEncoded(), 64);
    List<Spelling> all = new ArrayList<>();
    all.add(text("PEM", pem));
    all.add(text("PEM without the last line end", pem.strip()));
    all.add(text("PEM with CRLF", pem.replace("\n", "\r\n")));
    all.add(text("PEM with two line ends", pem + "\n"));
    all.add(text("PEM in lines of 76", pem("PUBLIC KEY", key.getEncoded(), 76)));
    all.add(text("PEM in one line", pem.replace("\n", "")));
    all.add(text("PEM with escaped line ends", pem.strip().replace("\n", "\\n")));
    all.add(text("PEM without its frame", pem.replaceAll("-----[A-Z ]+-----", "").strip()));
    all.add(text("base64 of the key", Base64.getEncoder().encodeToString(key.getEncoded())));
    if (key instanceof RSAPublicKey rsa) {
      all.add(text("PEM of PKCS#1", pem("RSA PUBLIC KEY", pkcs1(rsa), 64)));
    }
    return all;
  }

  /** As the bytes that a library holds. */
  public static List<Spelling> der(PublicKey key) {
    List<Spelling> all = new ArrayList<>();
    all.add(new Spelling("SubjectPublicKeyInfo", key.getEncoded()));
    if (key instanceof RSAPublicKey rsa) {
      byte[] modulus = rsa.getModulus().toByteArray();
      all.add(new Spelling("PKCS#1", pkcs1(rsa)));
      all.add(new Spelling("modulus with its sign", modulus));
      all.add(new Spelling("modulus", unsigned(rsa.getModulus(), modulus.length - 1)));
      all.add(text("modulus in hexadecimal", rsa.getModulus().toString(16)));
      all.add(text("modulus in base64url", Base64Url.of(unsigned(rsa.getModulus()))));
    } else {
      byte[] encoded = key.getEncoded();
      all.add(new Spelling("point", Arrays.copyOfRange(encoded, pointAt(key), encoded.length)));
    }
    return all;
  }

  /** As JWK, in the orders and with the extras that libraries write. */
  public static List<Spelling> jwks(PublicKey key) {
    Map<String, Object> jwk = jwk(key);
    Map<String, Object> used = new LinkedHashMap<>(jwk);
    used.put("use", "sig");
    return List.of(
        text("JWK", Json.of(jwk)),
        text("JWK with use", Json.of(used)),
        text("JWK in the order of its thumbprint", Json.of(new TreeMap<>(jwk))),
        text("JWK Set", Json.of(Map.of("keys", List.of(jwk)))));
  }

  /** The key as JWK. */
  public static Map<String, Object> jwk(PublicKey key) {
    Map<String, Object> jwk = new LinkedHashMap<>();
    if (key instanceof RSAPublicKey rsa) {
      jwk.put("kty", "RSA");
      jwk.put("n", Base64Url.of(unsigned(rsa.getModulus())));
      jwk.put("e", Base64Url.of(unsigned(rsa.getPublicExponent())));
    } else if (key instanceof ECPublicKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      int length = (bits + 7) / 8;
      jwk.put("kty", "EC");
      jwk.put("crv", "P-" + bits);
      jwk.put("x", Base64Url.of(unsigned(ec.getW().getAffineX(), length)));
      jwk.put("y", Base64Url.of(unsigned(ec.getW().getAffineY(), length)));
    } else if (key instanceof EdECPublicKey) {
      byte[] encoded = key.getEncoded();
      jwk.put("kty", "OKP");
      jwk.put("crv", "Ed25519");
      jwk.put("x", Base64Url.of(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
    }
    return jwk;
  }

  // The point is the end of a SubjectPublicKeyInfo.
  private static int pointAt(PublicKey key) {
    int length =
        key instanceof ECPublicKey ec
            ? 1 + 2 * ((ec.getParams().getCurve().getField().getFieldSize() + 7) / 8)
            : 32;
    return key.getEncoded().length - length;
  }

  private static byte[] pkcs1(RSAPublicKey key) {
    return Der.sequence(Der.integer(key.getModulus()), Der.integer(key.getPublicExponent()));
  }

  private static String pem(String label, byte[] der, int width) {
    String body = Base64.getMimeEncoder(width, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static Spelling text(String name, String text) {
    return new Spelling(
        name, text.getBytes(text.chars().allMatch(c -> c < 128) ? US_ASCII : UTF_8));
  }

  static byte[] unsigned(BigInteger number) {
    return unsigned(number, Math.max(1, (number.bitLength() + 7) / 8));
  }

  /** The number in so many bytes, without a sign. */
  static byte[] unsigned(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] unsigned = new byte[length];
    int count = Math.min(signed.length, length);
    System.arraycopy(signed, signed.length - count, unsigned, length - count, count);
    return unsigned;
  }
}
