package org.launchgate;

/** What became of a token's text: its parts, or why it has none. */
sealed interface ReadToken permits CompactToken, EncryptedToken, ReadToken.Unreadable {

  /** The text is no token that could be checked. */
  record Unreadable(Refusal refusal) implements ReadToken {}

  /** The text is no token, for that reason. */
  static ReadToken unreadable(RefusalReason reason, String detail) {
    return new Unreadable(Refusal.of(reason, detail));
  }
}
