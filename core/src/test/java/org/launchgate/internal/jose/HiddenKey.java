package org.launchgate.internal.jose;

import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/** A private key of which only the kind is known, as of one in a hardware module. */
record HiddenKey(String algorithm) implements PrivateKey {
  @Override
  public String getAlgorithm() {
    return algorithm;
  }

  @Override
  public @Nullable String getFormat() {
    return null;
  }

  @Override
  public byte @Nullable [] getEncoded() {
    return null;
  }
}
