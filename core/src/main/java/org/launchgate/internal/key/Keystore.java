package org.launchgate.internal.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A PKCS12 or JKS keystore; which of them is told by its first bytes. Not thread-safe. */
public final class Keystore {
  private static final byte[] JKS = {(byte) 0xFE, (byte) 0xED, (byte) 0xFE, (byte) 0xED};
  private static final int MOST_ALIASES_SHOWN = 20;

  private final KeyStore store;

  private Keystore(KeyStore store) {
    this.store = store;
  }

  /**
   * Opens a store.
   *
   * @throws IllegalArgumentException when it is none, or the password does not open it; the message
   *     does not hold the password
   */
  public static Keystore open(byte[] content, String password) {
    boolean jks = content.length > JKS.length && Arrays.equals(Arrays.copyOf(content, 4), JKS);
    try {
      KeyStore store = KeyStore.getInstance(jks ? "JKS" : "PKCS12");
      store.load(new ByteArrayInputStream(content), password.toCharArray());
      return new Keystore(store);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          e.getCause() instanceof UnrecoverableKeyException
              ? "does not open with the \"password\""
              : "is no PKCS12 or JKS keystore that can be read");
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IllegalArgumentException("is no PKCS12 or JKS keystore that can be read");
    }
  }

  /** The store itself. */
  public KeyStore store() {
    return store;
  }

  /** The aliases, for a message. */
  public String aliases() {
    try {
      List<String> aliases = Collections.list(store.aliases()).stream().sorted().toList();
      String shown =
          String.join(", ", aliases.subList(0, Math.min(aliases.size(), MOST_ALIASES_SHOWN)));
      return aliases.isEmpty()
          ? "the keystore shows no entry (a certificate alone becomes one by \"keytool -importcert\")"
          : "the keystore has " + shown + (aliases.size() > MOST_ALIASES_SHOWN ? " and more" : "");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether there is an entry of that alias; in most stores the case does not matter. */
  public boolean has(String alias) {
    try {
      return store.containsAlias(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What verifies signatures: the public key of the certificate of a trusted entry or a key entry,
   * for the certificate's own validity, or the secret of a secret-key entry.
   *
   * @throws IllegalArgumentException when the entry holds neither
   */
  public KeyMaterial verifying(String alias, String password) {
    try {
      if (store.getCertificate(alias) instanceof X509Certificate certificate) {
        return PemKey.certificate(certificate);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    Key key = key(alias, password);
    if (key instanceof SecretKey && key.getEncoded() != null) {
      return KeyMaterial.of(new SecretKeySpec(key.getEncoded(), "HMAC"));
    }
    throw new IllegalArgumentException("names an entry without an X.509 certificate");
  }

  /**
   * The private key of a key entry.
   *
   * @throws IllegalArgumentException when it is none, or the password does not open it
   */
  public PrivateKey decrypting(String alias, String keyPassword) {
    if (key(alias, keyPassword) instanceof PrivateKey key) {
      return key;
    }
    throw new IllegalArgumentException(
        "names an entry without a private key; decryption needs a key entry");
  }

  private @Nullable Key key(String alias, String password) {
    try {
      return store.getKey(alias, password.toCharArray());
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IllegalArgumentException(
          "names an entry that does not open with its password; a \"keyPassword\" that differs"
              + " from the store's has to be given");
    }
  }

  @Override
  public String toString() {
    return "Keystore[" + store.getType() + "]";
  }
}
