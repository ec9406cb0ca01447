package org.launchgate.example.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands on the command line: options with a value, and switches. */
final class Arguments {
  private static final Set<String> OPTIONS =
      Set.of(
          "--url",
          "--profile",
          "--key",
          "--secret",
          "--public-key",
          "--algorithm",
          "--algorithms",
          "--kid",
          "--issuer",
          "--audience",
          "--claims",
          "--whoami",
          "--logout",
          "--other-key",
          "--other-secret",
          "--other-kid",
          "--other-issuer",
          "--receiver-key",
          "--receiver-kid",
          "--only",
          "--bait");
  private static final Set<String> SWITCHES =
      Set.of("--list", "--help", "--one-organization", "--authorized");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> switches = new ArrayList<>();

  private Arguments() {}

  static Arguments of(String... words) throws UsageException {
    Arguments arguments = new Arguments();
    for (int i = 0; i < words.length; i++) {
      if (SWITCHES.contains(words[i])) {
        arguments.switches.add(words[i]);
      } else if (OPTIONS.contains(words[i]) && i + 1 < words.length) {
        arguments.values.put(words[i], words[++i]);
      } else {
        throw new UsageException(words[i] + " is no option, or lacks its value");
      }
    }
    return arguments;
  }

  boolean has(String name) {
    return switches.contains(name);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String needed(String name) throws UsageException {
    return value(name).orElseThrow(() -> new UsageException(name + " is needed"));
  }
}
