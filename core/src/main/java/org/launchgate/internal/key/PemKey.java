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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a public key (SubjectPublicKeyInfo, RFC 5280 section 4.1.2.7) or an X.509 certificate,
 * whose validity goes with it, as PEM (RFC 7468) or DER.
 */
public final class PemKey {
  private static final List<String> KEY_TYPES = List.of("RSA", "EC", "Ed25519");

  private static final String KINDS =
      "for RSA (rsaEncryption), EC on a named curve, or Ed25519 that can be read";
  private static final String NO_CERTIFICATE = "no X.509 certificate that can be read";
  private static final String NEITHER = "holds no public key " + KINDS + ", and " + NO_CERTIFICATE;

  private PemKey() {}

  /**
   * The key of a content that holds one PEM block, or the DER of it.
   *
   * @throws IllegalArgumentException when it holds none, more than one, or a private key
   */
  public static KeyMaterial read(byte[] content) {
    if (Der.isSequence(content)) {
      return ofDer(content);
    }
    return ofPem(new String(content, StandardCharsets.US_ASCII));
  }

  private static KeyMaterial ofPem(String text) {
    // By its label alone: an old encrypted key has header lines and is no block of RFC 7468.
    if (text.contains("PRIVATE KEY-----")) {
      throw privateKey();
    }
    PemBlock block = PemBlock.only(text, "PUBLIC KEY");
    return switch (block.label()) {
      case "PUBLIC KEY" -> KeyMaterial.of(publicKey(block.der()));
      case "CERTIFICATE" -> certificate(block.der(), "holds " + NO_CERTIFICATE);
      default ->
          throw new IllegalArgumentException(
              "must be a PUBLIC KEY or CERTIFICATE, not "
                  + block.label()
                  + (block.label().equals("RSA PUBLIC KEY")
                      ? "; \"openssl rsa -RSAPublicKey_in -pubout\" makes a PUBLIC KEY of it"
                      : ""));
    };
  }

  /** A key or a certificate, whichever it is: in DER nothing says so beforehand. */
  private static KeyMaterial ofDer(byte[] der) {
    if (Der.isPkcs12(der)) {
      throw new IllegalArgumentException("holds a PKCS12 keystore, which belongs to \"keystore\"");
    }
    refusePrivate(der);
    PublicKey key = anyPublicKey(der);
    return key != null ? KeyMaterial.of(key) : certificate(der, NEITHER);
  }

  private static PublicKey publicKey(byte[] der) {
    refusePrivate(der);
    PublicKey key = anyPublicKey(der);
    if (key == null) {
      throw new IllegalArgumentException("holds no public key " + KINDS);
    }
    return key;
  }

  private static void refusePrivate(byte[] der) {
    if (Der.isPrivateKey(der) || Der.isEncryptedPrivateKey(der)) {
      throw privateKey();
    }
  }

  private static IllegalArgumentException privateKey() {
    return new IllegalArgumentException(
        "holds a private key, which stays with the partner; ask for the public key");
  }

  private static @Nullable PublicKey anyPublicKey(byte[] der) {
    for (String type : KEY_TYPES) {
      PublicKey key = publicKey(type, der);
      if (key != null) {
        return key;
      }
    }
    return null;
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

  private static KeyMaterial certificate(byte[] der, String otherwise) {
    try {
      return certificate(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (CertificateException e) {
      throw new IllegalArgumentException(otherwise, e);
    }
  }

  /** The key of a certificate, for the time for which the certificate vouches. */
  static KeyMaterial certificate(X509Certificate certificate) {
    if (certificate.getPublicKey().getAlgorithm().equals("RSASSA-PSS")) {
      throw new IllegalArgumentException(
          "holds a certificate of an RSASSA-PSS key (RFC 4055 1.2), which is not read; ask for one"
              + " of a plain RSA key, which fits PS256, PS384 and PS512 too");
    }
    return new KeyMaterial(
        certificate.getPublicKey(),
        null,
        null,
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }
}
