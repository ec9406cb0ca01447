package org.launchgate;

import static org.launchgate.RefusalReason.HEADER_MALFORMED;
import static org.launchgate.RefusalReason.HEADER_NOT_ALLOWED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header of a token. {@code jku}, {@code x5u}, {@code jwk} and {@code x5c} may stand in it and
 * are never looked at: what a token brings along is no reason to trust it.
 */
record TokenHeader(Map<String, @Nullable Object> members) {
  /** Members that change what a token means; we were told to expect none of them. */
  private static final List<String> NOT_ALLOWED = List.of("crit", "b64", "cty", "zip");

  private static final List<String> TEXTS = List.of("alg", "kid", "typ");

  /** The rules that no profile can relax; null when the header keeps them. */
  static @Nullable Refusal check(Map<String, @Nullable Object> members) {
    for (String name : NOT_ALLOWED) {
      if (members.containsKey(name)) {
        return Refusal.of(HEADER_NOT_ALLOWED, "expected no \"" + name + "\" in the header");
      }
    }
    for (String name : TEXTS) {
      if (members.containsKey(name) && !ClaimText.isFit(members.get(name))) {
        return Refusal.of(
            HEADER_MALFORMED, "expected \"" + name + "\" to be a text of at most 255 characters");
      }
    }
    return members.containsKey("alg")
        ? null
        : Refusal.of(HEADER_MALFORMED, "expected an \"alg\" in the header, found none");
  }

  String algorithm() {
    return String.valueOf(members.get("alg"));
  }

  Optional<String> keyId() {
    return Optional.ofNullable((String) members.get("kid"));
  }

  Optional<String> type() {
    return Optional.ofNullable((String) members.get("typ"));
  }

  @Override
  public String toString() {
    return "TokenHeader" + members.keySet();
  }
}
