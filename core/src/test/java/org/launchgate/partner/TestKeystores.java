package org.launchgate.partner;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.crypto.SecretKey;

/** Makes keystores at test time, by the JDK alone. */
final class TestKeystores {
  static final String PASSWORD = "canary-store-password";

  private final KeyStore store;
  private final String password;

  private TestKeystores(KeyStore store, String password) {
    this.store = store;
    this.password = password;
  }

  /** An empty store of that type. */
  static TestKeystores of(String type) {
    return of(type, PASSWORD);
  }

  static TestKeystores of(String type, String password) {
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      return new TestKeystores(store, password);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Certificate certificate(String pem) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  TestKeystores trusted(String alias, String pem) {
    return change(s -> s.setCertificateEntry(alias, certificate(pem)));
  }

  /** A key entry; the JDK does not ask whether key and certificate belong together. */
  TestKeystores key(String alias, PrivateKey key, String pem) {
    return key(alias, key, pem, password);
  }

  TestKeystores key(String alias, PrivateKey key, String pem, String keyPassword) {
    return change(
        s ->
            s.setKeyEntry(
                alias, key, keyPassword.toCharArray(), new Certificate[] {certificate(pem)}));
  }

  TestKeystores secret(String alias, SecretKey key) {
    return change(s -> s.setKeyEntry(alias, key, password.toCharArray(), null));
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    change(s -> s.store(bytes, password.toCharArray()));
    return bytes.toByteArray();
  }

  private TestKeystores change(Change change) {
    try {
      change.on(store);
      return this;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What may fail in many ways. */
  @FunctionalInterface
  private interface Change {
    void on(KeyStore store) throws GeneralSecurityException, IOException;
  }
}
