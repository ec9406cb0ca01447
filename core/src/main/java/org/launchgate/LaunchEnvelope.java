package org.launchgate;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.address.TargetTemplate;

/**
 * What is known of an accepted launch beside the claims that its profile maps.
 *
 * @param target where the partner's launches lead; null where all others do
 */
record LaunchEnvelope(
    String partner,
    LaunchId launchId,
    TokenMarks marks,
    Instant verifiedAt,
    Set<String> roles,
    Map<String, @Nullable Object> attributes,
    @Nullable TargetTemplate target) {

  @Override
  public String toString() {
    return "LaunchEnvelope[partner=" + partner + ", launch=" + launchId + "]";
  }
}
