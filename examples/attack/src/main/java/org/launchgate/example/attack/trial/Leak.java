package org.launchgate.example.attack.trial;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.launchgate.example.attack.wire.Answer;

/** What an answer must not show: anything of the token, and what the server is made of. */
final class Leak {
  private static final int SHORTEST_PART = 12;
  private static final Pattern INSIDES =
      Pattern.compile(
          "[a-z]\\.[A-Z]\\w+(Exception|Error)\\b|\\bCaused by:|\\tat [\\w.$]+\\(|stack ?trace"
              + "|jose4j|org\\.launchgate|[Nn]ull[Pp]ointer");

  private Leak() {}

  /** What of that an answer shows; empty for nothing. */
  static Optional<String> in(Answer answer, Collection<String> secrets) {
    String all = answer.all();
    if (INSIDES.matcher(all).find()) {
      return Optional.of("the answer shows the server's insides");
    }
    return secrets.stream()
            .flatMap(secret -> Pattern.compile("[.\\s&=]+").splitAsStream(secret))
            .anyMatch(part -> part.length() >= SHORTEST_PART && all.contains(part))
        ? Optional.of("the answer repeats what was sent")
        : Optional.empty();
  }
}
