package org.launchgate.demo.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a launch that the portal has to refuse. */
enum Fault {
  TAMPERED(
      "Tampered token",
      "Signs a good token, then changes one character of the patient's id in it.",
      "The signature does not match any more."),
  EXPIRED(
      "Expired token",
      "Signs a token whose time ran out, by more than clocks may differ.",
      "The token is too old."),
  REPLAYED(
      "Replayed token",
      "Signs a good token, uses it once itself, then sends your browser with the same one.",
      "The token was used before."),
  UNKNOWN_KEY(
      "Unknown key",
      "Signs with a fresh key under a key id that the portal has never been given.",
      "The portal has no such key.");

  private final String title;
  private final String sent;
  private final String expected;

  Fault(String title, String sent, String expected) {
    this.title = title;
    this.sent = sent;
    this.expected = expected;
  }

  /** The fault of that path segment; empty when there is none. */
  static Optional<Fault> named(String path) {
    return Arrays.stream(values()).filter(fault -> fault.path().equals(path)).findFirst();
  }

  /** Its path segment, such as {@code unknown-key}. */
  String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String title() {
    return title;
  }

  /** What the partner does, in words. */
  String sent() {
    return sent;
  }

  /** Why the portal is to refuse it, in words. */
  String expected() {
    return expected;
  }
}
