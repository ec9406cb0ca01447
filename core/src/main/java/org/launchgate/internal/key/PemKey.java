package org.launchgate.internal.key;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the public key of one PEM block (RFC 7468): a {@code PUBLIC KEY} or a {@code CERTIFICATE},
 * whose validity goes with it.
 */
public final class PemKey {
  private static final String BEGIN = "-----BEGIN ";
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  private static final List<String> KEY_TYPES = List.of("RSA", "EC");

  private PemKey() {}

  /**
   * The key of a text that holds one block.
   *
   * @throws IllegalArgumentException when it holds none, more than one, or a private key
   */
  public static KeyMaterial read(String text) {
    // By its label alone: an old encrypted key has header lines and is no block of RFC 7468.
    if (text.contains("PRIVATE KEY-----")) {
      throw new IllegalArgumentException(
          "holds a private key, which stays with the partner; ask for the public key");
    }
    if (text.indexOf(BEGIN) != text.lastIndexOf(BEGIN)) {
      throw new IllegalArgumentException("must hold one PEM block; give each key its own entry");
    }
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      throw new IllegalArgumentException("holds no PEM block (-----BEGIN PUBLIC KEY-----)");
    }
    String label = block.group(1);
    byte[] der = decode(block.group(2));
    return switch (label) {
      case "PUBLIC KEY" -> KeyMaterial.of(publicKey(der));
      case "CERTIFICATE" -> certificate(der);
      default ->
          throw new IllegalArgumentException("must be a PUBLIC KEY or CERTIFICATE, not " + label);
    };
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("holds a PEM block that is no base64", e);
    }
  }

  private static PublicKey publicKey(byte[] der) {
    for (String type : KEY_TYPES) {
      PublicKey key = publicKey(type, der);
      if (key != null) {
        return key;
      }
    }
    throw new IllegalArgumentException("holds no RSA or EC public key");
  }

  /** The key, or null when it is not of this type: the next one may fit. */
  private static @Nullable PublicKey publicKey(String type, byte[] der) {
    try {
      return KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(der));
    } catch (InvalidKeySpecException e) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + type, e);
    }
  }

  private static KeyMaterial certificate(byte[] der) {
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      return new KeyMaterial(
          certificate.getPublicKey(),
          null,
          null,
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant());
    } catch (CertificateException e) {
      throw new IllegalArgumentException("holds no X.509 certificate that can be read", e);
    }
  }
}
