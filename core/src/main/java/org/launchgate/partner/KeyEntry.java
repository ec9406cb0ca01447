package org.launchgate.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.jose.JsonWebKeys;
import org.launchgate.internal.key.KeyMaterial;
import org.launchgate.internal.key.PemKey;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.PartnerKey;

/** Reads one entry of a partner's {@code keys}. */
final class KeyEntry {
  private static final List<String> FORMS =
      List.of("jwk", "pem", "secret", "secretHex", "secretText");

  /** What is surely no key that somebody put where a file's name belongs, and may be shown. */
  private static final Pattern FILE_NAME =
      Pattern.compile("[^\\s\\p{Cntrl}]{1,200}\\.[A-Za-z]{2,4}");

  private final ConfigObject json;
  private final ConfigSource file;

  KeyEntry(ConfigObject json, ConfigSource file) {
    this.json = json;
    this.file = file;
  }

  PartnerKey read(Set<SigningAlgorithm> agreed) {
    List<String> forms = FORMS.stream().filter(json::has).toList();
    Optional<String> keyId = json.text("kid");
    Optional<Instant> notBefore = instant("notBefore");
    Optional<Instant> notAfter = instant("notAfter");
    json.finish();
    if (forms.size() != 1) {
      throw new IllegalArgumentException(
          json.place() + ": must have exactly one of " + String.join(", ", FORMS));
    }
    KeyMaterial material = material(forms.get(0));
    Instant first = later(material.notBefore(), notBefore.orElse(null));
    Instant last = earlier(material.notAfter(), notAfter.orElse(null));
    if (first != null && last != null && first.isAfter(last)) {
      throw json.error(
          "notAfter", "leaves no time: the key begins at " + first + " and ends at " + last);
    }
    return PartnerKey.of(
            keyId(material, keyId), material.key(), fitting(forms.get(0), material, agreed))
        .validBetween(first, last);
  }

  private KeyMaterial material(String form) {
    return switch (form) {
      case "jwk" -> jwk();
      case "pem" -> pem();
      default -> KeyMaterial.of(secret(form));
    };
  }

  private KeyMaterial jwk() {
    Map<String, @Nullable Object> members =
        json.object("jwk").orElseThrow(() -> json.error("jwk", "must be an object")).asMap();
    try {
      String keyId = text(members, "kid");
      String algorithm = text(members, "alg");
      return new KeyMaterial(JsonWebKeys.read(members), keyId, algorithm, null, null);
    } catch (IllegalArgumentException e) {
      throw json.error("jwk", String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String text(Map<String, @Nullable Object> jwk, String member) {
    Object value = jwk.get(member);
    if (value == null || (value instanceof String text && !text.isBlank())) {
      return (String) value;
    }
    throw new IllegalArgumentException("\"" + member + "\" must be a text that is not empty");
  }

  private KeyMaterial pem() {
    String text = json.requiredText("pem");
    String block = text.contains("-----BEGIN") ? text : readFile(text);
    try {
      return PemKey.read(block);
    } catch (IllegalArgumentException e) {
      throw json.error("pem", String.valueOf(e.getMessage()));
    }
  }

  private String readFile(String path) {
    String shown = "";
    try {
      ConfigSource source = file.resolve(path);
      shown = FILE_NAME.matcher(path).matches() ? " " + source.name() : "";
      return new String(source.read(), StandardCharsets.US_ASCII);
    } catch (IOException | RuntimeException e) {
      throw json.error("pem", "names the file" + shown + ", which is not there or cannot be read");
    }
  }

  private SecretKey secret(String form) {
    byte[] bytes = bytes(form, json.requiredText(form));
    if (bytes.length < 32) {
      throw json.error(
          form,
          "is "
              + bytes.length
              + " bytes; HS256 needs at least 32 random ones, HS384 48, HS512 64 (RFC 7518 3.2)");
    }
    return new SecretKeySpec(bytes, "HMAC");
  }

  private byte[] bytes(String form, String text) {
    try {
      return switch (form) {
        case "secret" -> Base64.getUrlDecoder().decode(text);
        case "secretHex" -> HexFormat.of().parseHex(text);
        default -> text.getBytes(StandardCharsets.UTF_8);
      };
    } catch (IllegalArgumentException e) {
      // A decoder's own message quotes what it could not read, which may be the secret.
      throw json.error(
          form,
          form.equals("secretHex")
              ? "must be hexadecimal"
              : "must be base64url (RFC 4648 section 5); use secretHex or secretText for other"
                  + " spellings");
    }
  }

  private @Nullable String keyId(KeyMaterial material, Optional<String> configured) {
    if (material.keyId() != null
        && configured.isPresent()
        && !material.keyId().equals(configured.get())) {
      throw json.error("kid", "differs from the \"kid\" inside the jwk; leave one of them out");
    }
    return configured.orElse(material.keyId());
  }

  private Set<SigningAlgorithm> fitting(
      String form, KeyMaterial material, Set<SigningAlgorithm> agreed) {
    try {
      return material.fitting(agreed);
    } catch (IllegalArgumentException e) {
      throw json.error(form, String.valueOf(e.getMessage()));
    }
  }

  private Optional<Instant> instant(String member) {
    return json.text(member)
        .map(
            text -> {
              try {
                return Instant.parse(text);
              } catch (DateTimeException e) {
                throw json.error(member, "must be an instant such as 2027-01-31T00:00:00Z");
              }
            });
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }
}
