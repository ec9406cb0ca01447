package org.launchgate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link LaunchId} of a token: from its id where it has one, else from what was signed,
 * never from the whole token, since one signature has many spellings. Checklist rows 12 and 29.
 */
final class TokenIdentity {
  private static final byte[] BY_TOKEN_ID = {1};
  private static final byte[] BY_SIGNING_INPUT = {2};
  private static final byte[] NO_ISSUER = {0};

  private TokenIdentity() {}

  static LaunchId of(
      String partner, @Nullable String issuer, @Nullable String tokenId, CompactToken token) {
    MessageDigest digest = sha256();
    add(digest, bytes(partner));
    add(digest, issuer == null ? NO_ISSUER : bytes("=" + issuer));
    if (tokenId != null) {
      digest.update(BY_TOKEN_ID);
      add(digest, bytes(tokenId));
    } else {
      digest.update(BY_SIGNING_INPUT);
      add(digest, token.signingInput());
    }
    return new LaunchId(Base64UrlText.encode(digest.digest()));
  }

  /** Each part with its length before it, so that no two lists of parts run into the same bytes. */
  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    digest.update(part);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
