package org.launchgate.internal.jose;

import java.util.Map;
import org.jose4j.jwx.Headers;
import org.jspecify.annotations.Nullable;

/** jose4j's headers that answer from a map which a strict reader has read, and parse nothing. */
final class GivenHeaders extends Headers {
  private final Map<String, @Nullable Object> members;

  GivenHeaders(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  @Override
  public @Nullable Object getObjectHeaderValue(String name) {
    return members.get(name);
  }

  @Override
  public @Nullable String getStringHeaderValue(String name) {
    return members.get(name) instanceof String text ? text : null;
  }
}
