package org.launchgate.servlet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A ticket: 256 random bits that stand for one launch, good once.
 *
 * @param value as it stands in an address
 */
record LaunchTicket(String value) {
  /** The query parameter or form field that carries it. */
  static final String FIELD = "launch_ticket";

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int COOKIE_CHARS = 16;
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /** For what a ticket is good. A ticket of one kind is unknown to every other one. */
  enum Use {
    /** The next address of a browser that holds the cookie. */
    HOP,
    /** An address that whoever has it may open. */
    BEARER,
    /** The answer of a user who was asked, in the browser that was asked. */
    ANSWER,
    /** What waits until its user has logged in, in the browser that was sent to do so. */
    LINK
  }

  static LaunchTicket random(SecureRandom random) {
    return new LaunchTicket(randomText(random));
  }

  /** 256 random bits as text. */
  static String randomText(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return BASE64URL.encodeToString(bytes);
  }

  /** Whether it looks like one; what does not is not asked for. */
  boolean isWellFormed() {
    return FORM.matcher(value).matches();
  }

  /**
   * Under which key the store has it. The binding is part of the key: in another browser there is
   * nothing to take, and nobody uses up another one's ticket.
   */
  String key(Use use, String binding) {
    return digest(use + "|" + value + "|" + binding);
  }

  /** What the session that redeemed it remembers of it. */
  String mark() {
    return digest("redeemed|" + value);
  }

  /** The name of the cookie that binds it to a browser: one for each, for launches side by side. */
  String cookieName() {
    return "launch-" + digest("cookie|" + value).substring(0, COOKIE_CHARS);
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return BASE64URL.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The ticket is a secret. */
  @Override
  public String toString() {
    return "LaunchTicket";
  }
}
