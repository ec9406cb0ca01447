package org.launchgate.partner;

import java.nio.ByteBuffer;
import java.security.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.Carrier;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.PartnerHints;
import org.launchgate.spi.PartnerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partners of a partners file, or of a program: the default partner directory.
 *
 * <p>Partners that cannot be told apart are refused when it is made, not when a launch comes.
 * Immutable, thread-safe; a look-up does not depend on the number of partners.
 */
public final class ConfiguredPartners implements PartnerDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredPartners.class);

  private final String place;
  private final List<Partner> all;
  private final Set<Carrier> carriers;
  private final Set<String> origins;
  private final List<DecryptionKey> decryptionKeys;
  private final Map<String, Partner> byId = new HashMap<>();
  private final Map<String, Partner> byIssuer = new HashMap<>();
  private final Map<String, Partner> byKeyId = new HashMap<>();

  private ConfiguredPartners(
      List<Partner> partners, List<DecryptionKey> decryptionKeys, String place) {
    this.place = place;
    this.all = List.copyOf(partners);
    this.decryptionKeys = List.copyOf(decryptionKeys);
    this.origins =
        partners.stream()
            .flatMap(partner -> partner.origins().stream())
            .collect(Collectors.toUnmodifiableSet());
    this.carriers =
        all.stream()
            .flatMap(partner -> partner.profile().carriers().stream())
            .collect(Collectors.toUnmodifiableSet());
    for (Partner partner : all) {
      register(partner, place);
    }
    refuseSharedHints(place);
    refuseSharedKeys(place);
  }

  /**
   * The given partners.
   *
   * @throws IllegalArgumentException when two of them cannot be told apart
   */
  public static ConfiguredPartners of(List<Partner> partners) {
    return new ConfiguredPartners(partners, List.of(), "partners");
  }

  /**
   * Reads a partners file, its key files and its profiles once, with the standard placeholders.
   * {@link PartnersFile} goes on watching them, and fetches what has to be fetched.
   *
   * @throws IllegalArgumentException that names the file, the partner, the member and the remedy
   */
  public static ConfiguredPartners load(ConfigSource file) {
    return load(file, Placeholders.standard());
  }

  static ConfiguredPartners load(ConfigSource file, Placeholders placeholders) {
    return new PartnersFileReader(file, placeholders, null).read().partners();
  }

  static ConfiguredPartners of(
      List<Partner> partners, List<DecryptionKey> decryptionKeys, String place) {
    return new ConfiguredPartners(partners, decryptionKeys, place);
  }

  /** Every partner, in the order of the file. */
  public List<Partner> all() {
    return all;
  }

  /** The receiver's own private keys, for encrypted launches; empty when the file has none. */
  public List<DecryptionKey> decryptionKeys() {
    return decryptionKeys;
  }

  /**
   * Checks that every partner has a key, or a place where its keys come from.
   *
   * @throws IllegalArgumentException that names the partner which has none
   */
  public void requireKeys() {
    for (Partner partner : all) {
      if (partner.keys().isEmpty() && partner.furtherKeys().isEmpty()) {
        throw new IllegalArgumentException(
            place
                + ": partner \""
                + partner.id()
                + "\" has no \"keys\" and no key resolver is set");
      }
    }
  }

  /**
   * Checks that no partner asks for encryption, since there is no key to decrypt with.
   *
   * @throws IllegalArgumentException that names the partner which does
   */
  public void refuseEncryption() {
    for (Partner partner : all) {
      if (partner.encryptionRequired()) {
        throw new IllegalArgumentException(
            place
                + ": partner \""
                + partner.id()
                + "\" has \"encrypted\": \"required\" and there are no \"decryptionKeys\"");
      }
    }
  }

  /**
   * Says in the log which partners' tokens never end, and what to ask of them.
   *
   * @param known the ids of partners of which it need not be said again
   */
  public void warnOfEndlessTokens(Set<String> known) {
    for (Partner partner : all) {
      if (!known.contains(partner.id())
          && !partner.profile().alternatives().allMatch(each -> each.time().limited())) {
        LOG.warn(
            "partner {}: its tokens need neither a time nor an id, so a copied one never expires"
                + " and is only guarded against a double submit; ask the partner for \"iat\" and"
                + " \"jti\", then set \"freshness\": \"required\"",
            partner.id());
      }
    }
  }

  /** Whether there is a partner of that id. */
  public boolean has(String id) {
    return byId.containsKey(id);
  }

  @Override
  public Set<Carrier> carriers() {
    return carriers;
  }

  @Override
  public Set<String> origins() {
    return origins;
  }

  @Override
  public Optional<Partner> find(PartnerHints hints) {
    if (hints.path().isPresent()) {
      return Optional.ofNullable(byId.get(hints.path().get()));
    }
    if (hints.issuer().isPresent()) {
      return Optional.ofNullable(byIssuer.get(hints.issuer().get()));
    }
    return hints.keyId().map(byKeyId::get);
  }

  private void register(Partner partner, String place) {
    refuseSecond(byId.put(partner.id(), partner), partner, place, "have the same \"id\"");
    if (partner.pathOnly()) {
      return;
    }
    partner.issuers().forEach(issuer -> byIssuer.put(issuer, partner));
    if (partner.issuers().isEmpty()) {
      partner.keys().forEach(key -> key.keyId().ifPresent(id -> byKeyId.put(id, partner)));
    }
  }

  /** Two partners may share what tells a token's partner only when the path tells both apart. */
  private void refuseSharedHints(String place) {
    Map<String, Partner> issuers = new HashMap<>();
    Map<String, Partner> keyIds = new HashMap<>();
    for (Partner partner : all) {
      for (String issuer : partner.issuers()) {
        refuseShared(issuers, issuer, partner, place, "have the same \"issuer\"");
      }
      if (!partner.issuers().isEmpty()) {
        continue;
      }
      for (PartnerKey key : partner.keys()) {
        key.keyId()
            .ifPresent(
                id ->
                    refuseShared(
                        keyIds,
                        id,
                        partner,
                        place,
                        "have no \"issuer\" and a key with the same \"kid\""));
      }
    }
  }

  private static void refuseShared(
      Map<String, Partner> owners, String hint, Partner partner, String place, String problem) {
    Partner earlier = owners.get(hint);
    if (earlier != null && !(earlier.pathOnly() && partner.pathOnly())) {
      refuseSecond(
          earlier,
          partner,
          place,
          problem + "; their launches cannot be told apart unless both are \"pathOnly\": true");
    }
    owners.put(hint, partner);
  }

  private static void refuseSecond(
      @Nullable Partner earlier, Partner partner, String place, String problem) {
    if (earlier != null) {
      throw new IllegalArgumentException(
          place + ": partners \"" + earlier.id() + "\" and \"" + partner.id() + "\" " + problem);
    }
  }

  /** A token without issuer and audience says nothing but its key about where it belongs. */
  private void refuseSharedKeys(String place) {
    Map<Object, Partner> owners = new HashMap<>();
    for (Partner partner : all) {
      if (partner.issuers().isEmpty()) {
        for (PartnerKey key : partner.keys()) {
          Partner earlier = owners.put(material(key.key()), partner);
          if (earlier != null && earlier != partner) {
            refuseSecond(
                earlier,
                partner,
                place,
                "have no \"issuer\" and share a key, so each could launch as the other; ask for a"
                    + " key of its own for each");
          }
        }
      }
    }
  }

  /** What is the same for the same key, however it was spelled. */
  private static Object material(Key key) {
    byte[] encoded = key.getEncoded();
    return encoded == null ? key : ByteBuffer.wrap(encoded);
  }

  @Override
  public String toString() {
    return "ConfiguredPartners" + byId.keySet();
  }
}
