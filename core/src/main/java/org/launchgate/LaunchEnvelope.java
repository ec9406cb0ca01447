package org.launchgate;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of an accepted launch beside the claims that its profile maps. */
record LaunchEnvelope(
    String partner,
    LaunchId launchId,
    TokenMarks marks,
    Instant verifiedAt,
    Set<String> roles,
    Map<String, @Nullable Object> attributes) {

  @Override
  public String toString() {
    return "LaunchEnvelope[partner=" + partner + ", launch=" + launchId + "]";
  }
}
