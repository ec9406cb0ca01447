package org.launchgate;

import java.io.Serializable;
import java.util.Objects;

/**
 * Names one launch within this deployment, the same for every copy of the same token.
 *
 * <p>It is a digest over the partner, the verified issuer if there is one, and the token id, so it
 * can be kept, compared and logged without giving any of them away. Two tokens of one partner with
 * the same token id are the same launch, however their signatures are spelled.
 */
public final class LaunchId implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String digest;

  LaunchId(String digest) {
    this.digest = Objects.requireNonNull(digest, "digest");
  }

  /** The digest: 43 characters of base64url. */
  public String value() {
    return digest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LaunchId that && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return digest;
  }
}
