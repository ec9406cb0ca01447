package org.launchgate.partner;

import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.key.Jwk;
import org.launchgate.internal.key.PrivatePemKey;
import org.launchgate.spi.DecryptionKey;

/**
 * Reads one entry of {@code decryptionKeys}: the receiver's own private key.
 *
 * <p>Its forms: {@code pem}, PKCS#8 as PEM or DER, in a file or inline; {@code jwk}, a private JWK;
 * {@code jwks}, a set of them, as an object or a file; {@code keystore} with {@code alias}, {@code
 * password} and, where it differs, {@code keyPassword}. Each but {@code jwks} may have a {@code
 * kid}. Not thread-safe.
 */
final class DecryptionKeyEntry {
  private static final List<String> FORMS = List.of("jwk", "jwks", "pem", "keystore");

  private final ConfigObject json;
  private final KeyFile files;

  DecryptionKeyEntry(ConfigObject json, ConfigSource file) {
    this.json = json;
    this.files = new KeyFile(json, file);
  }

  /**
   * The keys of all entries.
   *
   * @throws IllegalArgumentException that names the place and what is allowed there
   */
  static List<DecryptionKey> readAll(ConfigObject whole, ConfigSource file) {
    List<DecryptionKey> keys = new ArrayList<>();
    for (ConfigObject entry : whole.objects("decryptionKeys")) {
      keys.addAll(new DecryptionKeyEntry(entry, file).read());
    }
    try {
      return DecryptionKey.requireDistinct(keys);
    } catch (IllegalArgumentException e) {
      throw whole.error("decryptionKeys", String.valueOf(e.getMessage()));
    }
  }

  /**
   * The keys of the entry; at least one.
   *
   * @throws IllegalArgumentException that names the place and what is allowed there
   */
  List<DecryptionKey> read() {
    for (String secret : Secret.FORMS) {
      if (json.value(secret) != null) {
        throw json.error(secret, "is a shared secret; decryption needs a private key");
      }
    }
    List<String> forms = FORMS.stream().filter(json::has).toList();
    Optional<String> keyId = json.text("kid");
    List.of("alias", "password", "keyPassword").forEach(json::has);
    json.finish();
    if (forms.size() != 1) {
      throw json.mistake("must have exactly one of " + String.join(", ", FORMS));
    }
    new KeystoreMembers(json, files).refuseWithoutKeystore();
    return read(forms.get(0), keyId);
  }

  private List<DecryptionKey> read(String form, Optional<String> keyId) {
    return switch (form) {
      case "jwks" -> keySet(keyId);
      case "jwk" -> List.of(jwk(keyId));
      case "pem" -> List.of(key(form, keyId.orElse(null), pem()));
      default ->
          List.of(key("alias", keyId.orElse(null), new KeystoreMembers(json, files).decrypting()));
    };
  }

  private DecryptionKey key(String member, @Nullable String keyId, PrivateKey key) {
    try {
      return DecryptionKey.of(keyId, key);
    } catch (IllegalArgumentException e) {
      throw json.error(member, String.valueOf(e.getMessage()));
    }
  }

  private PrivateKey pem() {
    byte[] content = files.inlineOrFile("pem");
    try {
      return PrivatePemKey.read(content);
    } catch (IllegalArgumentException e) {
      throw json.error("pem", String.valueOf(e.getMessage()));
    }
  }

  private DecryptionKey jwk(Optional<String> outside) {
    Map<String, @Nullable Object> members =
        json.object("jwk").orElseThrow(() -> json.error("jwk", "must be an object")).asMap();
    try {
      String inside = Jwk.keyId(members);
      if (inside != null && outside.isPresent() && !inside.equals(outside.get())) {
        throw new IllegalArgumentException("has another \"kid\" inside; leave one of them out");
      }
      return bound(outside.orElse(inside), Jwk.decrypting(members), members);
    } catch (IllegalArgumentException e) {
      throw json.error("jwk", String.valueOf(e.getMessage()));
    }
  }

  private List<DecryptionKey> keySet(Optional<String> keyId) {
    JwksMember jwks = new JwksMember(json, files);
    if (keyId.isPresent()) {
      throw json.error("kid", "cannot stand beside \"jwks\", whose keys have their own");
    }
    if (jwks.isUrl()) {
      throw json.error("jwks", "must stand inline or in a file; a private key is never fetched");
    }
    return List.copyOf(
        jwks.<DecryptionKey>keys(
                (jwk, leaveOut) -> {
                  PrivateKey key = Jwk.decryptingInSet(jwk, leaveOut);
                  return key == null ? null : bound(Jwk.keyId(jwk), key, jwk);
                })
            .values());
  }

  private static DecryptionKey bound(
      @Nullable String keyId, PrivateKey key, Map<String, @Nullable Object> jwk) {
    DecryptionKey any = DecryptionKey.of(keyId, key);
    String algorithm = Jwk.algorithm(jwk);
    return algorithm == null ? any : any.onlyFor(algorithm);
  }
}
