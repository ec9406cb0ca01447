package org.launchgate.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests partner and launch under a key of this memory alone, so that what is kept tells nobody
 * anything who does not have the key. Immutable, thread-safe.
 */
final class LaunchDigests {
  static final int KEY_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private LaunchDigests(byte[] key) {
    this.key = key;
  }

  static LaunchDigests withNewKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new LaunchDigests(key);
  }

  static LaunchDigests withKey(byte[] key) {
    return new LaunchDigests(key.clone());
  }

  byte[] key() {
    return key.clone();
  }

  UsedLaunch digest(String partner, String launchId, Instant keepUntil) {
    ByteBuffer digest = ByteBuffer.wrap(mac(partner, launchId));
    return new UsedLaunch(digest.getLong(), digest.getLong(), UsedLaunch.secondOf(keepUntil));
  }

  private byte[] mac(String partner, String launchId) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] name = partner.getBytes(StandardCharsets.UTF_8);
      // The length goes first, so that no partner and launch run into another two.
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
      mac.update(name);
      return mac.doFinal(launchId.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
