package org.launchgate.partner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.Partner;

/** Reads a partners file with all that it names. Not thread-safe: one instance for one reading. */
final class PartnersFileReader {
  private final ConfigSource file;
  private final Placeholders placeholders;

  PartnersFileReader(ConfigSource file, Placeholders placeholders) {
    this.file = file;
    this.placeholders = placeholders;
  }

  /**
   * The partners.
   *
   * @throws IllegalArgumentException that names the file, the partner, the member and the remedy
   */
  ConfiguredPartners read() {
    ConfigObject json = new ConfigObject(file.name(), resolved());
    json.has("$schema"); // for editors
    List<DecryptionKey> decryptionKeys = DecryptionKeyEntry.readAll(json, file);
    List<Partner> partners = partners(json);
    json.finish();
    return ConfiguredPartners.of(partners, decryptionKeys, file.name());
  }

  private List<Partner> partners(ConfigObject json) {
    List<ConfigObject> entries = json.objects("partners");
    if (entries.isEmpty()) {
      throw json.error("partners", "must be a list with at least one partner");
    }
    List<Partner> partners = new ArrayList<>();
    for (ConfigObject entry : entries) {
      PartnerEntry named = new PartnerEntry(entry, file);
      Partner partner = named.read();
      if (named.isEnabled()) {
        partners.add(partner);
      }
    }
    return partners;
  }

  private Map<String, @Nullable Object> resolved() {
    try {
      return ConfigObject.mapTexts(
          file.name(), StrictJson.readObject(file.read()), placeholders::resolve);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file.name() + ": the partners file is not there or cannot be read", e);
    } catch (StrictJsonException e) {
      throw new IllegalArgumentException(
          file.name() + ": line " + e.line() + ", column " + e.column() + ": " + e.reason(), e);
    }
  }
}
