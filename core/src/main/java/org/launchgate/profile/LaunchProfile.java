package org.launchgate.profile;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of token is carried, what it has to say and what its claims mean: data only, no
 * code. Immutable.
 *
 * <p>A profile may choose between two by what a token says. What has to be known before there is a
 * token is then what both need together: the carriers and algorithms of either, a name of ours or
 * of the partner where either demands it. For all the rest ask {@link #forClaims} first.
 *
 * @param name the profile's name
 * @param carriers where its tokens travel
 * @param header what is asked of the token's header
 * @param algorithms the algorithms that may be agreed with a partner
 * @param parties what is asked of issuer and audience
 * @param time what is asked of the token's times
 * @param replay how a token is told from another
 * @param claims what is asked of its claims; every mapped claim has a rule
 * @param together claims of which all or none are present
 * @param context which claim fills which field of the context
 * @param roles the claim that says which of the partner's roles the user has: a text or a list of
 *     texts; null where the user has all of them
 * @param choice the two profiles of which one is used for a token; null for an ordinary profile
 */
public record LaunchProfile(
    String name,
    List<Carrier> carriers,
    HeaderRules header,
    Set<SigningAlgorithm> algorithms,
    PartyRules parties,
    TimeRules time,
    ReplayRules replay,
    List<ClaimRule> claims,
    List<List<JsonPointer>> together,
    ContextRules context,
    @Nullable JsonPointer roles,
    @Nullable ProfileChoice choice) {

  /** Copies the collections. */
  public LaunchProfile {
    carriers = List.copyOf(carriers);
    algorithms = Set.copyOf(algorithms);
    claims = List.copyOf(claims);
    together = together.stream().map(List::copyOf).toList();
  }

  /** A profile that uses one of two, whichever a token asks for. */
  static LaunchProfile choosing(String name, ProfileChoice choice) {
    LaunchProfile other = choice.absent();
    return new LaunchProfile(
        name,
        choice.carriers(),
        choice.header(),
        choice.algorithms(),
        choice.parties(),
        other.time,
        other.replay,
        other.claims,
        other.together,
        other.context,
        other.roles,
        choice);
  }

  /** The profile to use for a token of these claims: itself, but for one that chooses. */
  public LaunchProfile forClaims(Map<String, @Nullable Object> tokenClaims) {
    return choice == null ? this : choice.forClaims(tokenClaims).forClaims(tokenClaims);
  }

  /** Every profile that {@link #forClaims} may give. */
  public Stream<LaunchProfile> alternatives() {
    return choice == null
        ? Stream.of(this)
        : Stream.of(choice.present(), choice.absent()).flatMap(LaunchProfile::alternatives);
  }

  /** The first of these fields that it, or a profile that it chooses, marks as personal. */
  public Optional<ContextField> firstPersonal(Set<ContextField> fields) {
    return fields.stream()
        .sorted()
        .filter(field -> alternatives().anyMatch(each -> each.context.personal().contains(field)))
        .findFirst();
  }

  /** Whether a token of this profile may come in that field by that channel. */
  public boolean travelsIn(String field, Channel channel) {
    return carriers.stream().anyMatch(carrier -> carrier.takes(field, channel));
  }

  /** Whether the header's {@code kid} has to be there. */
  public boolean keyIdRequired() {
    return header.keyIdRequired();
  }

  /** Whether every partner of this profile has an issuer. */
  public boolean issuerRequired() {
    return parties.issuerRequired();
  }

  /** Whether every partner of this profile has an audience. */
  public boolean audienceRequired() {
    return parties.audienceRequired();
  }

  /**
   * The same profile under stricter freshness: {@code iat} and the token's id are demanded.
   *
   * @throws IllegalArgumentException when its tokens would then never expire
   */
  public LaunchProfile withFreshnessRequired() {
    return with(TimeRules::withIssuedAtRequired, ReplayRules::withTokenIdRequired);
  }

  /** The same profile with another window for tokens that carry no id. */
  public LaunchProfile withDigestWindow(Duration window) {
    return with(UnaryOperator.identity(), rules -> rules.withDigestWindow(window));
  }

  private LaunchProfile with(
      UnaryOperator<TimeRules> otherTime, UnaryOperator<ReplayRules> otherReplay) {
    if (choice != null) {
      return choosing(name, choice.map(profile -> profile.with(otherTime, otherReplay)));
    }
    return new LaunchProfile(
        name,
        carriers,
        header,
        algorithms,
        parties,
        otherTime.apply(time),
        otherReplay.apply(replay),
        claims,
        together,
        context,
        roles,
        null);
  }
}
