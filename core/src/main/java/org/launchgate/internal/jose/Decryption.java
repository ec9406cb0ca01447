package org.launchgate.internal.jose;

import java.security.PrivateKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decrypts a compact JWE. Implementations are thread-safe. */
public interface Decryption {

  /** The key managements on offer ({@code alg}, RFC 7518 section 4.1); case-sensitive. */
  Set<String> keyManagements();

  /** The content encryptions on offer ({@code enc}, RFC 7518 section 5.1); case-sensitive. */
  Set<String> contentEncryptions();

  /** Whether a key is of the kind that the key management needs: RSA, or EC. */
  boolean suits(PrivateKey key, String keyManagement);

  /**
   * What the token holds, or null when it cannot be decrypted with this key.
   *
   * <p>There is one answer to every failure (a wrong key, a wrong tag, an {@code epk} that is not
   * on the key's curve), since a sender who can tell them apart can learn about the key (RFC 7516
   * section 11.5). An {@code alg} or {@code enc} that is not on offer, a key that does not suit, a
   * {@code zip} and a {@code crit} are such failures too, before the key is used.
   */
  byte @Nullable [] decrypt(EncryptedParts token, PrivateKey key);

  /** Why a key cannot be used for decryption: its kind, its size, its curve. Empty: it can. */
  String misfit(PrivateKey key);

  /** The decryption that jose4j does. */
  static Decryption standard() {
    return JoseDecryption.INSTANCE;
  }
}
