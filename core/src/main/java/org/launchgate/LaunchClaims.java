package org.launchgate;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All claims of an accepted token, read-only: those that the profile maps and those that it does
 * not know.
 *
 * <p>A claim that no rule of the profile names was signed by the partner and checked by nobody:
 * treat it as untrusted input. Values are {@code String}, {@code Boolean}, {@code Long}, {@code
 * BigInteger}, {@code Double}, unmodifiable {@code List} and {@code Map}, or null for a JSON null.
 * {@link #toString()} shows the claims' names only.
 */
public final class LaunchClaims {
  private final Map<String, @Nullable Object> values;

  LaunchClaims(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /** The claim as text; empty when it is absent or no string. */
  public Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Whether a claim of that name is there, be it null. */
  public boolean contains(String name) {
    return values.containsKey(name);
  }

  /** Every claim in the token's order, unmodifiable at every depth. */
  public Map<String, @Nullable Object> asMap() {
    return values;
  }

  @Override
  public String toString() {
    return "LaunchClaims" + values.keySet();
  }
}
