package org.launchgate;

import org.jspecify.annotations.Nullable;

/**
 * What became of a token whose payload is no set of claims, so that it cannot become a launch: how
 * far the checks that stand before the claims let it come.
 *
 * @param refusal why it was refused; null when every one of these checks took it
 * @param content what was inside an encrypted one
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Outcome(@Nullable String refusal, byte @Nullable [] content) {
  static Outcome accepted() {
    return new Outcome(null, null);
  }

  static Outcome decrypted(byte[] content) {
    return new Outcome(null, content);
  }

  static Outcome refused(String why) {
    return new Outcome(why, null);
  }

  boolean isAccepted() {
    return refusal == null;
  }

  String word() {
    return isAccepted() ? "accepted" : "refused";
  }

  @Override
  public String toString() {
    return isAccepted() ? "accepted" : "refused: " + refusal;
  }
}
