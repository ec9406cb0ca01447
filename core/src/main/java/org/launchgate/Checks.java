package org.launchgate;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs checks in their order, up to the first that has something against the token. */
final class Checks {
  private Checks() {}

  /** What the first check that refuses says; null when none does. Later ones are not asked. */
  @SafeVarargs
  static @Nullable Refusal first(Supplier<@Nullable Refusal>... checks) {
    for (Supplier<@Nullable Refusal> check : checks) {
      Refusal refusal = check.get();
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }
}
