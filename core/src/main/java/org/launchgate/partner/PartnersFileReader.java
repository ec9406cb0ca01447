package org.launchgate.partner;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.config.RegularFile;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;
import org.launchgate.jwks.FetchSettings;
import org.launchgate.jwks.RemoteKeySet;
import org.launchgate.jwks.RemoteKeySets;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.Partner;

/** Reads a partners file with all that it names. Not thread-safe: one instance for one reading. */
final class PartnersFileReader {
  private final ConfigSource file;
  private final Placeholders placeholders;
  private final @Nullable RemoteKeySets remote;
  private final Set<RemoteKeySet> keySets = new HashSet<>();
  private final List<KeyEnd> keyEnds = new ArrayList<>();
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
    ConfigObject json = new ConfigObject(file.name(), resolved());
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
      PartnerEntry named = new PartnerEntry(entry, file, remote);
      Partner partner = named.read();
      if (named.isEnabled()) {
        partners.add(partner);
        keySets.addAll(named.keySets());
        keyEnds.addAll(KeyEnd.of(partner));
        keyEnds.addAll(named.keySetEnds());
        if (partner.issuers().isEmpty()) {
          refuseSharedUrls(partner, named.keySets());
        }
      }
    }
    return partners;
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

  private Map<String, @Nullable Object> resolved() {
    try {
      return ConfigObject.mapTexts(
          file.name(), StrictJson.readObject(file.read()), placeholders::resolve);
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
