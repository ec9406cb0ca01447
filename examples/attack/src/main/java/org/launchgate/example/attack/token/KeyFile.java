package org.launchgate.example.attack.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys in files, as partners and receivers have them. */
public final class KeyFile {
  private static final List<String> TYPES = List.of("RSA", "EC", "Ed25519");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private KeyFile() {}

  /** A private key in PKCS#8 PEM. */
  public static PrivateKey privateKey(Path file) throws IOException {
    byte[] der = der(file, "PRIVATE KEY", "openssl pkcs8 -topk8 -nocrypt makes one of it");
    return first(file, factory -> factory.generatePrivate(new PKCS8EncodedKeySpec(der)));
  }

  /** A public key in PEM. */
  public static PublicKey publicKey(Path file) throws IOException {
    byte[] der = der(file, "PUBLIC KEY", "openssl pkey -pubout makes one of a private key");
    return first(file, factory -> factory.generatePublic(new X509EncodedKeySpec(der)));
  }

  /** A shared secret in base64url, as the partners file has it. */
  public static byte[] secret(Path file) throws IOException {
    try {
      return Base64Url.bytes(Files.readString(file).strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + " holds no base64url text", e);
    }
  }

  private static byte[] der(Path file, String label, String advice) throws IOException {
    Matcher pem = PEM.matcher(Files.readString(file));
    if (!pem.find() || !pem.group(1).equals(label)) {
      throw new IllegalArgumentException(file + " holds no PEM \"" + label + "\"; " + advice);
    }
    return Base64.getMimeDecoder().decode(pem.group(2));
  }

  private interface Reading<T> {
    T from(KeyFactory factory) throws GeneralSecurityException;
  }

  private static <T> T first(Path file, Reading<T> reading) {
    for (String type : TYPES) {
      try {
        return reading.from(KeyFactory.getInstance(type));
      } catch (GeneralSecurityException e) {
        // of another type, perhaps
      }
    }
    throw new IllegalArgumentException(file + " holds no key of one of the types " + TYPES);
  }
}
