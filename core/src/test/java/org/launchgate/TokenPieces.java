package org.launchgate;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Every piece of 20 characters of the tokens that were sent, to be looked for in what was said. */
public final class TokenPieces {
  private static final int LENGTH = 20;

  private final Set<String> pieces = new HashSet<>();

  /** One more token of which nothing may be said. */
  public void add(String token) {
    windows(token).mapToObj(from -> piece(token, from)).forEach(pieces::add);
  }

  /** The first piece of a token that a text holds; empty when it holds none. */
  public Optional<String> in(String text) {
    return windows(text).mapToObj(from -> piece(text, from)).filter(pieces::contains).findFirst();
  }

  private static IntStream windows(String text) {
    return IntStream.rangeClosed(0, text.length() - LENGTH);
  }

  private static String piece(String text, int from) {
    return text.substring(from, from + LENGTH);
  }
}
