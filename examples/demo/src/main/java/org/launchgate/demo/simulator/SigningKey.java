package org.launchgate.demo.simulator;

import java.security.Key;

/**
 * A key with which a partner signs; {@link #toString()} shows its id only.
 *
 * @param id the {@code kid} under which the receiver knows it
 * @param key an RSA private key or a shared secret
 */
public record SigningKey(String id, Key key) {
  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
