package org.launchgate.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.jose.JsonWebKeys;
import org.launchgate.internal.jose.SignatureCheck;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.profile.SigningAlgorithm.Family;
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
    Material material = material(forms.get(0));
    Instant first = later(material.notBefore, notBefore.orElse(null));
    Instant last = earlier(material.notAfter, notAfter.orElse(null));
    if (first != null && last != null && first.isAfter(last)) {
      throw json.error(
          "notAfter", "leaves no time: the key begins at " + first + " and ends at " + last);
    }
    return PartnerKey.of(
            keyId(material, keyId), material.key, fitting(forms.get(0), material, agreed))
        .validBetween(first, last);
  }

  private Material material(String form) {
    return switch (form) {
      case "jwk" -> jwk();
      case "pem" -> pem();
      default -> Material.of(secret(form));
    };
  }

  private Material jwk() {
    Map<String, @Nullable Object> members =
        json.object("jwk").orElseThrow(() -> json.error("jwk", "must be an object")).asMap();
    try {
      String keyId = text(members, "kid");
      String algorithm = text(members, "alg");
      return new Material(JsonWebKeys.read(members), keyId, algorithm, null, null);
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

  private Material pem() {
    String text = json.requiredText("pem");
    String block = text.contains("-----BEGIN") ? text : readFile(text);
    try {
      PemKey pem = PemKey.read(block);
      return new Material(pem.key(), null, null, pem.notBefore(), pem.notAfter());
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

  private @Nullable String keyId(Material material, Optional<String> configured) {
    if (material.keyId != null
        && configured.isPresent()
        && !material.keyId.equals(configured.get())) {
      throw json.error("kid", "differs from the \"kid\" inside the jwk; leave one of them out");
    }
    return configured.orElse(material.keyId);
  }

  private Set<SigningAlgorithm> fitting(
      String form, Material material, Set<SigningAlgorithm> agreed) {
    Set<SigningAlgorithm> fitting = EnumSet.noneOf(SigningAlgorithm.class);
    String misfit = "";
    for (SigningAlgorithm algorithm : new TreeSet<>(agreed)) {
      if (material.algorithm != null && !material.algorithm.equals(algorithm.name())) {
        continue;
      }
      String why = SignatureCheck.standard().misfit(algorithm.name(), material.key);
      if (why.isEmpty()) {
        fitting.add(algorithm);
      } else if (misfit.isEmpty() || algorithm.family() == material.family()) {
        misfit = why;
      }
    }
    if (fitting.isEmpty()) {
      throw json.error(form, noneFits(material, agreed, misfit));
    }
    return fitting;
  }

  private static String noneFits(Material material, Set<SigningAlgorithm> agreed, String misfit) {
    return "fits none of the agreed algorithms "
        + agreed.stream().sorted().map(Enum::name).collect(Collectors.joining(", "))
        + (material.algorithm == null ? "" : "; the jwk's \"alg\" is " + material.algorithm)
        + (misfit.isEmpty() ? "" : " (" + misfit + ")");
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

  /** A key with what its own form says of it. */
  private record Material(
      Key key,
      @Nullable String keyId,
      @Nullable String algorithm,
      @Nullable Instant notBefore,
      @Nullable Instant notAfter) {

    static Material of(Key key) {
      return new Material(key, null, null, null, null);
    }

    @Nullable Family family() {
      return key instanceof SecretKey
          ? Family.SECRET
          : key instanceof RSAKey ? Family.RSA : key instanceof ECKey ? Family.EC : null;
    }
  }
}
