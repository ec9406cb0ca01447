package org.launchgate.partner;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.config.OneLine;
import org.launchgate.internal.config.RegularFile;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;
import org.launchgate.jwks.FetchSettings;
import org.launchgate.jwks.RemoteKeySet;
import org.launchgate.jwks.RemoteKeySets;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.Partner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a partners file with all that it names. Not thread-safe: one instance for one reading. */
final class PartnersFileReader {
  private static final Logger LOG = LoggerFactory.getLogger(PartnersFileReader.class);

  private final ConfigSource file;
  private final Placeholders placeholders;
  private final @Nullable RemoteKeySets remote;
  private final Set<RemoteKeySet> keySets = new HashSet<>();
  private final List<KeyEnd> keyEnds = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<URI, String> ownersOfUrls = new HashMap<>();

  /**
   * A reader.
   *
   * @param remote where key sets are fetched by URL; null where none are, and a URL is a mistake
   */
  PartnersFileReader(ConfigSource file, Placeholders placeholders, @Nullable RemoteKeySets remote) {
    this.file = file;
    this.placeholders = placeholders;
    this.remote = remote;
  }

  /**
   * The partners.
   *
   * @throws IllegalArgumentException that names the file, the partner, the member and the remedy
   */
  LoadedPartners read() {
    ConfigObject json = new ConfigObject(file.name(), members());
    json.text("$schema"); // for editors
    List<DecryptionKey> decryptionKeys = DecryptionKeyEntry.readAll(json, file);
    FetchSettings fetch = FetchMembers.read(json, file);
    List<Partner> partners = partners(json);
    json.finish();
    return new LoadedPartners(
        ConfiguredPartners.of(partners, decryptionKeys, file.name()), fetch, keySets, keyEnds);
  }

  private List<Partner> partners(ConfigObject json) {
    List<ConfigObject> entries = json.objects("partners");
    if (entries.isEmpty()) {
      throw json.error("partners", "must be a list with at least one partner");
    }
    List<Partner> partners = new ArrayList<>();
    for (ConfigObject entry : entries) {
      String id = id(entry);
      ConfigObject named = entry.at(file.name() + ": partner \"" + id + "\"");
      if (Enabled.of(named) != Enabled.NO) {
        partners.add(enabled(id, named));
      } else {
        checkDisabled(id, named);
      }
    }
    return partners;
  }

  /** Two entries of one id are a mistake also when one of them is not enabled: which one counts? */
  private String id(ConfigObject entry) {
    String id = placeholders.resolve(entry.requiredText("id"), entry.place() + ": \"id\"");
    if (!ids.add(id)) {
      throw new IllegalArgumentException(
          OneLine.of(
              file.name() + ": partners \"" + id + "\" and \"" + id + "\" have the same \"id\""));
    }
    return id;
  }

  private Partner enabled(String id, ConfigObject named) {
    PartnerEntry entry = entry(id, named);
    Partner partner = entry.read();
    keySets.addAll(entry.keySets());
    keyEnds.addAll(KeyEnd.of(partner));
    keyEnds.addAll(entry.keySetEnds());
    if (partner.issuers().isEmpty()) {
      refuseSharedUrls(partner, entry.keySets());
    }
    return partner;
  }

  /**
   * A partner that may not launch is read for its mistakes, but they keep nothing from being taken:
   * whoever switches a partner off in a hurry may have deleted its keys first.
   */
  private void checkDisabled(String id, ConfigObject named) {
    if (!Partner.isId(id)) {
      throw named.error("id", "must be 1 to 64 letters, digits, dots, underscores and hyphens");
    }
    try {
      PartnerEntry unused = entry(id, named);
      unused.read();
    } catch (IllegalArgumentException e) {
      LOG.warn("{}; it is not enabled, so this keeps nothing from being taken", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("{}: cannot be read; it is not enabled, so this is let pass", named.place(), e);
    }
  }

  /** The entry with its placeholders replaced, so that one that leads nowhere is its mistake. */
  private PartnerEntry entry(String id, ConfigObject named) {
    return new PartnerEntry(
        id,
        new ConfigObject(
            named.place(),
            ConfigObject.mapTexts(named.place(), named.asMap(), placeholders::resolve)),
        file,
        remote);
  }

  /** As for keys: a token without issuer says nothing but its key about where it belongs. */
  private void refuseSharedUrls(Partner partner, List<RemoteKeySet> sets) {
    for (RemoteKeySet set : sets) {
      String earlier = ownersOfUrls.put(set.url(), partner.id());
      if (earlier != null) {
        throw new IllegalArgumentException(
            file.name()
                + ": partners \""
                + earlier
                + "\" and \""
                + partner.id()
                + "\" have no \"issuer\" and share the URL of their keys, so each could launch as"
                + " the other; ask for a key set of its own for each");
      }
    }
  }

  /** The members, with placeholders replaced but for those of the partners. */
  private Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>(json());
    if (!members.containsKey("partners")) {
      return ConfigObject.mapTexts(file.name(), members, placeholders::resolve);
    }
    Object partners = members.remove("partners");
    Map<String, @Nullable Object> resolved =
        new LinkedHashMap<>(ConfigObject.mapTexts(file.name(), members, placeholders::resolve));
    resolved.put("partners", partners);
    return resolved;
  }

  private Map<String, @Nullable Object> json() {
    try {
      return StrictJson.readObject(file.read());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file.name() + ": the partners file is not there or cannot be read" + RegularFile.why(e),
          e);
    } catch (StrictJsonException e) {
      throw new IllegalArgumentException(
          file.name() + ": line " + e.line() + ", column " + e.column() + ": " + e.reason(), e);
    }
  }
}
