package org.launchgate.partner;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.key.Jwk;
import org.launchgate.internal.key.KeyMaterial;
import org.launchgate.internal.key.PemKey;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.PartnerKey;

/**
 * Reads one entry of a partner's {@code keys}.
 *
 * <p>Its forms: {@code jwk}, an object; {@code jwks}, an object, a file or an https URL; {@code
 * pem}, a public key or X.509 certificate as PEM or DER, in a file or inline (DER inline is its
 * base64); {@code keystore} with {@code alias} and {@code password}; {@code secret}, {@code
 * secretHex} or {@code secretText}. Each may have {@code kid} (but {@code jwks}), {@code notBefore}
 * and {@code notAfter}. Not thread-safe.
 */
final class KeyEntry {
  private static final List<String> FORMS =
      Stream.concat(Stream.of("jwk", "jwks", "pem", "keystore"), Secret.FORMS.stream()).toList();

  private final ConfigObject json;
  private final KeyFile files;
  private final String form;
  private final Optional<String> keyId;
  private final @Nullable Instant notBefore;
  private final @Nullable Instant notAfter;

  /**
   * An entry, whose members are checked but for the key itself.
   *
   * @throws IllegalArgumentException that names the place and what is allowed there
   */
  KeyEntry(ConfigObject json, ConfigSource file) {
    this.json = json;
    this.files = new KeyFile(json, file);
    List<String> forms = FORMS.stream().filter(json::has).toList();
    this.keyId = json.text("kid");
    this.notBefore = instant("notBefore");
    this.notAfter = instant("notAfter");
    List.of("alias", "password").forEach(json::has);
    json.finish();
    if (forms.size() != 1) {
      throw json.mistake("must have exactly one of " + String.join(", ", FORMS));
    }
    this.form = forms.get(0);
    if (form.equals("jwks") && keyId.isPresent()) {
      throw json.error("kid", "cannot stand beside \"jwks\", whose keys have their own");
    }
    new KeystoreMembers(json, files).refuseWithoutKeystore();
  }

  /**
   * The URL of the JWK Set, when the entry names one; its keys are fetched, and {@link #read} has
   * none of them.
   *
   * @throws IllegalArgumentException when it is meant as a URL and is none that may be fetched
   */
  Optional<URI> url() {
    return form.equals("jwks") ? jwks().url() : Optional.empty();
  }

  /**
   * The keys of an entry that names no {@link #url}; at least one.
   *
   * @throws IllegalArgumentException that names the place, the mistake and what is allowed
   */
  List<PartnerKey> read(Set<SigningAlgorithm> agreed) {
    if (form.equals("jwks")) {
      return keySet(agreed);
    }
    KeyMaterial material = material();
    return List.of(
        narrowed(
            PartnerKey.of(keyId(material), material.key(), fitting(form, material, agreed))
                .validBetween(material.notBefore(), material.notAfter())));
  }

  /** The last instant that the entry states. */
  Optional<Instant> notAfter() {
    return Optional.ofNullable(notAfter);
  }

  /**
   * A key of this entry within the times of the entry; never for longer than the key itself says.
   *
   * @throws IllegalArgumentException when that leaves no time
   */
  PartnerKey narrowed(PartnerKey key) {
    Instant first = later(key.notBefore().orElse(null), notBefore);
    Instant last = earlier(key.notAfter().orElse(null), notAfter);
    if (first != null && last != null && first.isAfter(last)) {
      throw json.error(
          "notAfter", "leaves no time: the key begins at " + first + " and ends at " + last);
    }
    return key.validBetween(first, last);
  }

  private List<PartnerKey> keySet(Set<SigningAlgorithm> agreed) {
    Map<String, KeyMaterial> read =
        jwks().keys((jwk, leaveOut) -> Jwk.verifyingInSet(jwk, agreed, leaveOut));
    Map<String, String> places = new HashMap<>();
    List<PartnerKey> keys = new ArrayList<>();
    read.forEach(
        (place, key) -> {
          String earlier = key.keyId() == null ? null : places.put(key.keyId(), place);
          if (earlier != null) {
            throw json.mistake("jwks." + place + ": has the \"kid\" of jwks." + earlier);
          }
          keys.add(narrowed(PartnerKey.of(key.keyId(), key.key(), key.fitting(agreed))));
        });
    return keys;
  }

  private KeyMaterial material() {
    return switch (form) {
      case "jwk" -> jwk();
      case "pem" -> pem();
      case "keystore" -> new KeystoreMembers(json, files).verifying();
      default -> KeyMaterial.of(Secret.read(json, form));
    };
  }

  private JwksMember jwks() {
    return new JwksMember(json, files);
  }

  private KeyMaterial jwk() {
    Map<String, @Nullable Object> members =
        json.object("jwk").orElseThrow(() -> json.error("jwk", "must be an object")).asMap();
    try {
      return Jwk.verifying(members);
    } catch (IllegalArgumentException e) {
      throw json.error("jwk", String.valueOf(e.getMessage()));
    }
  }

  private KeyMaterial pem() {
    byte[] content = files.inlineOrFile("pem");
    try {
      return PemKey.read(content);
    } catch (IllegalArgumentException e) {
      throw json.error("pem", String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String keyId(KeyMaterial material) {
    if (material.keyId() != null && keyId.isPresent() && !material.keyId().equals(keyId.get())) {
      throw json.error("kid", "differs from the \"kid\" inside the jwk; leave one of them out");
    }
    return keyId.orElse(material.keyId());
  }

  private Set<SigningAlgorithm> fitting(
      String member, KeyMaterial material, Set<SigningAlgorithm> agreed) {
    try {
      return material.fitting(agreed);
    } catch (IllegalArgumentException e) {
      throw json.error(member, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable Instant instant(String member) {
    try {
      return json.text(member).map(Instant::parse).orElse(null);
    } catch (DateTimeException e) {
      throw json.error(member, "must be an instant such as 2027-01-31T00:00:00Z");
    }
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }
}
