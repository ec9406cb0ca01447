package org.launchgate.profile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A way in which a token can travel in an HTTP request. */
public enum Channel {
  /** A parameter of the query of a GET request. */
  QUERY("query"),
  /** A field of a posted form ({@code application/x-www-form-urlencoded}). */
  FORM("form"),
  /** A member of a posted JSON object ({@code application/json}). */
  JSON("json"),
  /** The whole of a posted body ({@code application/jwt}); the field's name plays no part. */
  BODY("body");

  private final String text;

  Channel(String text) {
    this.text = text;
  }

  /** The word that profile files use. */
  public String text() {
    return text;
  }

  /** The channel of that word; empty when there is none. */
  public static Optional<Channel> ofText(String text) {
    return Arrays.stream(values()).filter(channel -> channel.text.equals(text)).findFirst();
  }

  /** All words, for messages. */
  public static String texts() {
    return Arrays.stream(values()).map(Channel::text).collect(Collectors.joining(", "));
  }
}
