package org.launchgate;

import static org.assertj.core.api.Assertions.fail;

import java.security.PrivateKey;
import java.util.Set;
import org.launchgate.internal.jose.Decryption;
import org.launchgate.internal.jose.EncryptedParts;

/** Offers what the real one offers, and fails the test when a key is used. */
final class NoDecryption implements Decryption {
  private final Decryption real = Decryption.standard();

  @Override
  public Set<String> keyManagements() {
    return real.keyManagements();
  }

  @Override
  public Set<String> contentEncryptions() {
    return real.contentEncryptions();
  }

  @Override
  public boolean suits(PrivateKey key, String keyManagement) {
    return real.suits(key, keyManagement);
  }

  @Override
  public byte[] decrypt(EncryptedParts token, PrivateKey key) {
    return fail("a key was used");
  }

  @Override
  public String misfit(PrivateKey key) {
    return real.misfit(key);
  }
}
