package org.launchgate.internal.jose;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwe.ContentEncryptionAlgorithm;
import org.jose4j.jwe.KeyManagementAlgorithm;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Decryption by jose4j, with the checks of form that it leaves out. */
final class JoseDecryption implements Decryption {
  static final JoseDecryption INSTANCE = new JoseDecryption();

  private static final int SMALLEST_MODULUS = 2048;
  private static final int LARGEST_MODULUS = 16_384;

  private JoseDecryption() {}

  @Override
  public Set<String> keyManagements() {
    return JoseEncryptions.keyManagements();
  }

  @Override
  public Set<String> contentEncryptions() {
    return JoseEncryptions.contentEncryptions();
  }

  @Override
  public boolean suits(PrivateKey key, String keyManagement) {
    KeyManagementAlgorithm offered = JoseEncryptions.keyManagement(keyManagement);
    return offered != null && suits(key, offered);
  }

  private static boolean suits(PrivateKey key, KeyManagementAlgorithm keyManagement) {
    return keyManagement.getKeyType().equals("RSA")
        ? key.getAlgorithm().equals("RSA")
        : key instanceof ECPrivateKey;
  }

  @Override
  public byte @Nullable [] decrypt(EncryptedParts token, PrivateKey key) {
    KeyManagementAlgorithm keyManagement =
        JoseEncryptions.keyManagement(String.valueOf(token.header().get("alg")));
    ContentEncryptionAlgorithm contentEncryption =
        JoseEncryptions.contentEncryption(String.valueOf(token.header().get("enc")));
    if (keyManagement == null
        || contentEncryption == null
        || !suits(key, keyManagement)
        || changesMeaning(token.header())
        || !PartLengths.fit(token, keyManagement, contentEncryption, key)) {
      return null;
    }
    Map<String, @Nullable Object> header = header(token.header(), key);
    if (header == null) {
      return null;
    }
    try {
      return new PreparsedEncryption(token, header, keyManagement, contentEncryption, key)
          .getPlaintextBytes();
    } catch (JoseException | RuntimeException e) {
      // Whatever it is that fails must look the same from outside.
      return null;
    }
  }

  /** jose4j understands {@code zip} and some of {@code crit}, which no launch token may have. */
  private static boolean changesMeaning(Map<String, @Nullable Object> header) {
    return header.containsKey("crit") || header.containsKey("zip") || header.containsKey("b64");
  }

  /** What jose4j is to see of the header; null when the ephemeral key is not fit for this key. */
  private static @Nullable Map<String, @Nullable Object> header(
      Map<String, @Nullable Object> read, PrivateKey key) {
    Map<String, @Nullable Object> header = new HashMap<>();
    header.put("alg", read.get("alg"));
    header.put("enc", read.get("enc"));
    if (key instanceof ECPrivateKey ec) {
      Map<String, Object> ephemeral = EphemeralKey.read(read.get("epk"), ec.getParams());
      if (ephemeral == null || !PartyInfo.copy(read, header)) {
        return null;
      }
      header.put("epk", ephemeral);
    }
    return header;
  }

  @Override
  public String misfit(PrivateKey key) {
    if (key instanceof ECPrivateKey ec) {
      return NistCurve.name(ec.getParams()) == null
          ? "an EC key must be on P-256, P-384 or P-521"
          : isBetween(ec.getS(), BigInteger.ONE, ec.getParams().getOrder())
              ? ""
              : "its number is not one of its curve";
    }
    if (!key.getAlgorithm().equals("RSA")) {
      return "must be an RSA key, or an EC key on P-256, P-384 or P-521";
    }
    return key instanceof RSAKey rsa ? misfit(rsa.getModulus()) : "";
  }

  private static String misfit(BigInteger modulus) {
    int bits = modulus.bitLength();
    if (bits < SMALLEST_MODULUS || bits > LARGEST_MODULUS) {
      return "an RSA key must have 2048 to 16384 bits, not " + bits;
    }
    return RocaFingerprint.isIn(modulus) ? RsaNumbers.BROKEN : "";
  }

  private static boolean isBetween(BigInteger number, BigInteger first, BigInteger end) {
    return number.compareTo(first) >= 0 && number.compareTo(end) < 0;
  }
}
