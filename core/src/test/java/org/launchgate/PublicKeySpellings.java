package org.launchgate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an attacker who knows a public key tries as a shared secret: every text and byte string by
 * which one of the peers' verifiers handed it to its HMAC.
 */
final class PublicKeySpellings {
  private PublicKeySpellings() {}

  /** The secrets, by what they are. */
  static Map<String, SecretKey> asSecrets(PublicKey key) {
    Map<String, byte[]> spellings = new LinkedHashMap<>();
    byte[] der = key.getEncoded();
    String pem = TestPartner.pem("PUBLIC KEY", der);
    spellings.put("DER", der);
    spellings.put("PEM", pem.getBytes(US_ASCII));
    spellings.put("PEM without its last line end", pem.stripTrailing().getBytes(US_ASCII));
    spellings.put("PEM with CRLF", pem.replace("\n", "\r\n").getBytes(US_ASCII));
    spellings.put("PEM with a line end before it", ("\n" + pem).getBytes(US_ASCII));
    spellings.put("PEM with a blank before it", (" " + pem).getBytes(US_ASCII));
    spellings.put("PEM in one line", pem.replace("\n", "").getBytes(US_ASCII));
    spellings.put("base64", Base64.getEncoder().encode(der));
    spellings.put("base64url", TokenBuilder.encode(der).getBytes(US_ASCII));
    spellings.put("name of the file", "keys/demo-xis.pem".getBytes(US_ASCII));
    spellings.put("toString", key.toString().getBytes(UTF_8));
    // To an HMAC, an empty key and one of zeros are the same; the JDK makes no empty one.
    spellings.put("nothing", new byte[1]);
    if (key instanceof RSAPublicKey rsa) {
      addNumbers(spellings, rsa);
    } else if (key instanceof ECPublicKey ec) {
      addPoint(spellings, ec);
    }
    Map<String, SecretKey> secrets = new LinkedHashMap<>();
    spellings.forEach((name, bytes) -> secrets.put(name, new SecretKeySpec(bytes, "HMAC")));
    return secrets;
  }

  private static void addNumbers(Map<String, byte[]> spellings, RSAPublicKey key) {
    byte[] signed = key.getModulus().toByteArray();
    byte[] modulus = Arrays.copyOfRange(signed, signed[0] == 0 ? 1 : 0, signed.length);
    byte[] der = key.getEncoded();
    // What follows the 24 bytes that say "RSA" is the key in the form of PKCS #1.
    byte[] pkcs1 = Arrays.copyOfRange(der, 24, der.length);
    spellings.put("modulus", modulus);
    spellings.put("modulus with its sign", signed);
    spellings.put("n of the JWK", TokenBuilder.encode(modulus).getBytes(US_ASCII));
    spellings.put(
        "JWK",
        "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"AQAB\"}"
            .formatted(TokenBuilder.encode(modulus))
            .getBytes(US_ASCII));
    spellings.put("PKCS #1", pkcs1);
    spellings.put("PKCS #1 as PEM", TestPartner.pem("RSA PUBLIC KEY", pkcs1).getBytes(US_ASCII));
    spellings.put("OpenSSH", openSsh("ssh-rsa", key.getPublicExponent().toByteArray(), signed));
  }

  private static void addPoint(Map<String, byte[]> spellings, ECPublicKey key) {
    int size = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
    byte[] der = key.getEncoded();
    byte[] point = Arrays.copyOfRange(der, der.length - 2 * size - 1, der.length);
    byte[] x = Arrays.copyOfRange(point, 1, 1 + size);
    spellings.put("point", point);
    spellings.put("x", x);
    spellings.put("x and y", Arrays.copyOfRange(point, 1, point.length));
    spellings.put("x as a number", new BigInteger(1, x).toString().getBytes(US_ASCII));
    spellings.put(
        "OpenSSH",
        openSsh("ecdsa-sha2-nistp" + 8 * size, ("nistp" + 8 * size).getBytes(US_ASCII), point));
  }

  /** RFC 4253 section 6.6, RFC 5656 section 3.1: a name and two strings, each after its length. */
  private static byte[] openSsh(String name, byte[] first, byte[] second) {
    ByteBuffer blob = ByteBuffer.allocate(12 + name.length() + first.length + second.length);
    for (byte[] part : new byte[][] {name.getBytes(US_ASCII), first, second}) {
      blob.putInt(part.length).put(part);
    }
    return (name + " " + Base64.getEncoder().encodeToString(blob.array())).getBytes(US_ASCII);
  }
}
