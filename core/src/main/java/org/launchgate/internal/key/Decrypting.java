package org.launchgate.internal.key;

import java.security.PrivateKey;
import java.util.List;
import org.launchgate.internal.jose.Decryption;

/** What a private key has to be for decryption. */
public final class Decrypting {
  private Decrypting() {}

  /**
   * The same key, when it can be used.
   *
   * @throws IllegalArgumentException when it cannot; the message says why
   */
  public static PrivateKey requireFit(PrivateKey key) {
    String misfit = Decryption.standard().misfit(key);
    if (!misfit.isEmpty()) {
      throw new IllegalArgumentException("cannot be used for decryption: " + misfit);
    }
    return key;
  }

  /** Whether a key is of the kind that an offered key management needs. */
  public static boolean suits(PrivateKey key, String algorithm) {
    return Decryption.standard().suits(key, algorithm);
  }

  /** The key managements for which a key serves, in alphabetical order. */
  public static List<String> algorithms(PrivateKey key) {
    return Decryption.standard().keyManagements().stream()
        .filter(algorithm -> suits(key, algorithm))
        .sorted()
        .toList();
  }
}
