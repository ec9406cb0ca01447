package org.launchgate.profile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one kind of token is carried, what it has to say and what its claims mean: data only, no
 * code. Immutable.
 *
 * @param name the profile's name
 * @param carriers where its tokens travel
 * @param types the values that the header's {@code typ} may have when present, compared without
 *     regard to case
 * @param keyIdRequired whether the header's {@code kid} has to be there
 * @param algorithms the algorithms that may be agreed with a partner
 * @param issuerRequired whether every partner of this profile has an issuer
 * @param time what is asked of the token's times
 * @param replay how a token is told from another
 * @param claims what is asked of its claims; every mapped claim has a rule
 * @param together claims of which all or none are present
 * @param context which claim fills which field of the context
 */
public record LaunchProfile(
    String name,
    List<Carrier> carriers,
    Set<String> types,
    boolean keyIdRequired,
    Set<SigningAlgorithm> algorithms,
    boolean issuerRequired,
    TimeRules time,
    ReplayRules replay,
    List<ClaimRule> claims,
    List<List<JsonPointer>> together,
    Map<ContextField, ValueSource> context) {

  /** Copies the collections. */
  public LaunchProfile {
    carriers = List.copyOf(carriers);
    types = Set.copyOf(types);
    algorithms = Set.copyOf(algorithms);
    claims = List.copyOf(claims);
    together = together.stream().map(List::copyOf).toList();
    context = Map.copyOf(context);
  }

  /** Whether a token of this profile may come in that field by that channel. */
  public boolean travelsIn(String field, Channel channel) {
    return carriers.stream().anyMatch(carrier -> carrier.takes(field, channel));
  }

  /** The same profile under stricter freshness: {@code iat} and {@code jti} are demanded. */
  public LaunchProfile withFreshnessRequired() {
    return with(time.withIssuedAtRequired(), replay.withTokenIdRequired());
  }

  /** The same profile with another window for tokens that carry no id. */
  public LaunchProfile withDigestWindow(Duration window) {
    return with(time, replay.withDigestWindow(window));
  }

  private LaunchProfile with(TimeRules otherTime, ReplayRules otherReplay) {
    return new LaunchProfile(
        name,
        carriers,
        types,
        keyIdRequired,
        algorithms,
        issuerRequired,
        otherTime,
        otherReplay,
        claims,
        together,
        context);
  }
}
