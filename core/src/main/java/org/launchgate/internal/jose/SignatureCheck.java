package org.launchgate.internal.jose;

import java.security.Key;

/** Checks the signature of a compact JWS. Implementations are thread-safe. */
public interface SignatureCheck {

  /**
   * Whether the key made this signature with that algorithm.
   *
   * @param algorithm the name from RFC 7518 section 3.1 that was agreed; the header's {@code alg}
   *     has to be the same
   * @return false too for a key that does not fit the algorithm and for an algorithm that is not
   *     offered: no reason to accept is a reason to refuse
   */
  boolean matches(SignedParts token, String algorithm, Key key);

  /** Whether the key fits the algorithm: its type, its size, its curve. Empty text means yes. */
  String misfit(String algorithm, Key key);

  /** The check that jose4j does. */
  static SignatureCheck standard() {
    return JoseSignatureCheck.INSTANCE;
  }
}
