package org.launchgate.partner;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.jwks.RemoteKeySet;
import org.launchgate.jwks.RemoteKeySets;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.AllowedOrganization;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** Reads one entry of the partners file. */
final class PartnerEntry {
  private static final long DAY = 86_400;

  private final ConfigObject json;
  private final ConfigSource file;
  private final FetchedKeys fetched;

  /**
   * An entry.
   *
   * @param json its members, under the partner's name
   * @param remote where key sets are fetched by URL; null where none are
   */
  PartnerEntry(String id, ConfigObject json, ConfigSource file, @Nullable RemoteKeySets remote) {
    this.json = json;
    this.file = file;
    this.fetched = new FetchedKeys(remote, id);
  }

  /** The key sets that are fetched for it; known once it is read. */
  List<RemoteKeySet> keySets() {
    return fetched.sets();
  }

  /** When the key sets end that are fetched for it; known once it is read. */
  List<KeyEnd> keySetEnds() {
    return fetched.ends();
  }

  Partner read() {
    LaunchProfile profile = profile();
    Set<SigningAlgorithm> algorithms = algorithms(profile);
    Partner.Builder partner =
        Partner.builder(json.requiredText("id"), profile)
            .algorithms(algorithms)
            .pathOnly(json.flag("pathOnly", false))
            .reportOnly(Enabled.of(json) == Enabled.REPORT)
            .roles(json.texts("roles").orElse(List.of()))
            .origins(json.texts("origins").orElse(List.of()))
            .encryptionRequired(isRequired("encrypted"));
    List<PartnerKey> keys = keys(algorithms, profile);
    partner.keys(keys);
    fetched.resolver(algorithms, keys).ifPresent(partner::furtherKeys);
    partner.issuers(json.textOrTexts("issuer"));
    partner.audiences(json.textOrTexts("audience"));
    organizations().ifPresent(partner::allowedOrganizations);
    json.texts("launchOrigins").ifPresent(partner::launchOrigins);
    json.text("relaunchUrl").ifPresent(partner::relaunchUrl);
    json.text("targetUrl").ifPresent(partner::targetUrl);
    json.object("attributes").ifPresent(free -> partner.attributes(free.asMap()));
    json.finish();
    refuseKeysThatNobodyFinds();
    try {
      return partner.build();
    } catch (IllegalArgumentException e) {
      throw json.mistake(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Without an issuer a partner is told by the ids of its keys, of which a set by URL has none yet.
   */
  private void refuseKeysThatNobodyFinds() {
    if (!fetched.sets().isEmpty() && !json.has("issuer") && !json.flag("pathOnly", false)) {
      throw json.error(
          "keys",
          "are fetched by URL, and there is no \"issuer\" by which the partner could be told: give"
              + " it one, or set \"pathOnly\": true and have it launch at /launch/{id}");
    }
  }

  private LaunchProfile profile() {
    LaunchProfile profile =
        Profiles.asked(json.place(), "profile", json.value("profile"), new ConfigProfileFile(file));
    if (isRequired("freshness")) {
      profile = fresh(profile);
    }
    return json.seconds("replayWindow", 1, 30 * DAY).map(profile::withDigestWindow).orElse(profile);
  }

  private boolean isRequired(String member) {
    return json.oneOf(member, Set.of("required", "optional")).orElse("").equals("required");
  }

  private LaunchProfile fresh(LaunchProfile profile) {
    try {
      return profile.withFreshnessRequired();
    } catch (IllegalArgumentException e) {
      throw json.error("freshness", "cannot be demanded of the profile: its " + e.getMessage());
    }
  }

  private Set<SigningAlgorithm> algorithms(LaunchProfile profile) {
    if (!json.has("algorithms")) {
      return profile.algorithms();
    }
    Set<SigningAlgorithm> algorithms = EnumSet.noneOf(SigningAlgorithm.class);
    for (String name : json.texts("algorithms").orElse(List.of())) {
      algorithms.add(
          SigningAlgorithm.of(name)
              .filter(profile.algorithms()::contains)
              .orElseThrow(
                  () ->
                      json.error(
                          "algorithms",
                          "may hold those of the profile "
                              + profile.name()
                              + ": "
                              + new TreeSet<>(profile.algorithms()))));
    }
    if (algorithms.isEmpty()) {
      throw json.error("algorithms", "must name at least one algorithm");
    }
    return algorithms;
  }

  private List<PartnerKey> keys(Set<SigningAlgorithm> algorithms, LaunchProfile profile) {
    List<PartnerKey> keys = new ArrayList<>();
    int entries = 0;
    for (ConfigObject entry : json.objects("keys")) {
      ConfigObject named = entry.at(json.place() + ": keys[" + entries++ + "]");
      KeyEntry key = new KeyEntry(named, file);
      Optional<URI> url = key.url();
      if (url.isPresent()) {
        fetched.add(named, key, url.get());
      } else {
        keys.addAll(key.read(algorithms));
      }
    }
    if (profile.keyIdRequired() && keys.stream().anyMatch(key -> key.keyId().isEmpty())) {
      throw json.error(
          "keys",
          "has a key without \"kid\"; tokens of the profile "
              + profile.name()
              + " name their key by it");
    }
    return keys;
  }

  private Optional<List<AllowedOrganization>> organizations() {
    return json.textsOrObjects(
        "organizations",
        AllowedOrganization::ofAnySystem,
        identifier -> {
          AllowedOrganization allowed =
              new AllowedOrganization(
                  identifier.requiredText("system"), identifier.requiredText("value"));
          identifier.finish();
          return allowed;
        });
  }
}
