package org.launchgate.profile;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two profiles of which one is used for a token, by whether it has a certain claim. What is chosen
 * is the set of rules that the token then has to keep: nothing in it is trusted for that.
 *
 * @param claim the claim; an empty string counts as absent
 * @param present the profile of tokens that have it
 * @param absent the profile of tokens that do not
 */
public record ProfileChoice(JsonPointer claim, LaunchProfile present, LaunchProfile absent) {

  LaunchProfile forClaims(Map<String, @Nullable Object> claims) {
    return claim.isPresent(claims) && !"".equals(claim.find(claims)) ? present : absent;
  }

  ProfileChoice map(UnaryOperator<LaunchProfile> change) {
    return new ProfileChoice(claim, change.apply(present), change.apply(absent));
  }

  List<Carrier> carriers() {
    return both().flatMap(profile -> profile.carriers().stream()).distinct().toList();
  }

  Set<SigningAlgorithm> algorithms() {
    Set<SigningAlgorithm> algorithms = EnumSet.noneOf(SigningAlgorithm.class);
    both().forEach(profile -> algorithms.addAll(profile.algorithms()));
    return algorithms;
  }

  HeaderRules header() {
    return new HeaderRules(
        both().anyMatch(LaunchProfile::keyIdRequired),
        both()
            .flatMap(profile -> profile.header().types().stream())
            .collect(Collectors.toUnmodifiableSet()),
        both().allMatch(profile -> profile.header().typeRequired()));
  }

  PartyRules parties() {
    return new PartyRules(
        both().anyMatch(LaunchProfile::issuerRequired),
        both().anyMatch(LaunchProfile::audienceRequired),
        both().allMatch(profile -> profile.parties().otherAudiencesAllowed()));
  }

  private Stream<LaunchProfile> both() {
    return Stream.of(present, absent);
  }
}
