package org.launchgate.partner;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.AllowedOrganization;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** Reads one entry of the partners file. */
final class PartnerEntry {
  private static final long DAY = 86_400;
  private static final int NO_PORT = -1;
  private static final Map<String, Integer> USUAL_PORTS = Map.of("https", 443, "http", 80);

  private final ConfigObject json;
  private final ConfigSource file;

  PartnerEntry(ConfigObject unnamed, ConfigSource file) {
    String id = unnamed.requiredText("id");
    this.json = unnamed.at(file.name() + ": partner \"" + id + "\"");
    this.file = file;
  }

  /** Whether it may launch at all; one that may not is read all the same, for its mistakes. */
  boolean isEnabled() {
    return json.flag("enabled", true);
  }

  Partner read() {
    isEnabled();
    LaunchProfile profile = profile();
    Set<SigningAlgorithm> algorithms = algorithms(profile);
    Partner.Builder partner =
        Partner.builder(json.requiredText("id"), profile)
            .algorithms(algorithms)
            .pathOnly(json.flag("pathOnly", false))
            .roles(json.texts("roles").orElse(List.of()))
            .origins(origins())
            .encryptionRequired(isRequired("encrypted"))
            .keys(keys(algorithms, profile));
    partner.issuers(json.textOrTexts("issuer"));
    partner.audiences(json.textOrTexts("audience"));
    organizations().ifPresent(partner::allowedOrganizations);
    json.object("attributes").ifPresent(free -> partner.attributes(free.asMap()));
    json.finish();
    try {
      return partner.build();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(json.place() + ": " + e.getMessage(), e);
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
      KeyEntry key = new KeyEntry(entry.at(json.place() + ": keys[" + entries++ + "]"), file);
      keys.addAll(key.read(algorithms));
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

  private List<String> origins() {
    List<String> origins = json.texts("origins").orElse(List.of());
    for (String origin : origins) {
      if (!isOrigin(origin)) {
        throw json.error(
            "origins",
            "must hold web origins as browsers send them, such as \"https://partner.example\":"
                + " lower case, no path, no port where it is the usual one");
      }
    }
    return origins;
  }

  /** Whether it is the serialization of RFC 6454 section 6.2, which is compared as text. */
  private static boolean isOrigin(String text) {
    try {
      URI uri = new URI(text);
      String host = uri.getHost();
      String scheme = String.valueOf(uri.getScheme());
      int usualPort = USUAL_PORTS.getOrDefault(scheme, NO_PORT);
      return host != null
          && usualPort != NO_PORT
          && uri.getPort() != usualPort
          && uri.getPort() <= 65_535
          && text.equals(
              scheme
                  + "://"
                  + host.toLowerCase(Locale.ROOT)
                  + (uri.getPort() == NO_PORT ? "" : ":" + uri.getPort()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
