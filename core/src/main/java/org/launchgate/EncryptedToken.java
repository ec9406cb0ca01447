package org.launchgate;

import static org.launchgate.RefusalReason.ENCRYPTION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.HEADER_MALFORMED;
import static org.launchgate.RefusalReason.HEADER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.TOKEN_MALFORMED;
import static org.launchgate.RefusalReason.TYPE_NOT_ALLOWED;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.jose.Decryption;
import org.launchgate.internal.jose.EncryptedParts;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;

/**
 * A compact JWE (RFC 7516 section 7.1), split and read strictly, with every check that costs no use
 * of a key. {@code jku}, {@code x5u}, {@code jwk} and {@code x5c} are never looked at, as in {@link
 * TokenHeader}, nor are claims that are repeated in the header (RFC 7519 section 5.3).
 */
final class EncryptedToken implements ReadToken {
  private static final int PARTS = 5;

  /** Members that change what a token means; we were told to expect none of them. */
  private static final List<String> NOT_ALLOWED = List.of("crit", "b64");

  private static final List<String> REQUIRED = List.of("alg", "enc");
  private static final List<String> TEXTS = List.of("alg", "enc", "kid", "typ", "cty");

  /** {@code JOSE} is what RFC 7516 section 4.1.11 calls the compact form itself. */
  private static final Set<String> TYPES = Set.of("jwt", "jose");

  /** What is inside is a token again (RFC 7519 section 5.2). */
  private static final Set<String> CONTENT_TYPES = Set.of("jwt");

  private final EncryptedParts parts;

  private EncryptedToken(EncryptedParts parts) {
    this.parts = parts;
  }

  /** Whether a text has five parts of base64url digits, whatever they hold. */
  static boolean hasItsShape(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        dots++;
      } else if (!Base64UrlText.isDigit(c)) {
        return false;
      }
    }
    return dots == PARTS - 1;
  }

  /** Reads a text of that shape. */
  static ReadToken read(String text, Decryption offered) {
    String[] parts = text.split("\\.", PARTS);
    byte[] header = Base64UrlText.decode(parts[0]);
    if (header == null || Arrays.stream(parts, 1, PARTS).anyMatch(EncryptedToken::isNoBase64Url)) {
      return ReadToken.unreadable(
          TOKEN_MALFORMED, "expected canonical base64url (RFC 4648 section 3.5) in every part");
    }
    // The encrypted key alone may be empty: where the key is agreed directly.
    if (header.length == 0 || parts[2].isEmpty() || parts[3].isEmpty() || parts[4].isEmpty()) {
      return ReadToken.unreadable(TOKEN_MALFORMED, "expected 5 parts, found an empty one");
    }
    try {
      Map<String, @Nullable Object> members = StrictJson.readObject(header);
      Refusal refusal =
          Checks.first(() -> checkForm(members), () -> checkAlgorithms(members, offered));
      return refusal != null
          ? new Unreadable(refusal)
          : new EncryptedToken(
              new EncryptedParts(members, parts[0], parts[1], parts[2], parts[3], parts[4]));
    } catch (StrictJsonException e) {
      return ReadToken.unreadable(HEADER_MALFORMED, "header of the encryption: " + e.getMessage());
    }
  }

  private static boolean isNoBase64Url(String part) {
    return Base64UrlText.decode(part) == null;
  }

  private static @Nullable Refusal checkForm(Map<String, @Nullable Object> members) {
    for (String name : NOT_ALLOWED) {
      if (members.containsKey(name)) {
        return Refusal.of(
            HEADER_NOT_ALLOWED, "expected no \"" + name + "\" in the header of the encryption");
      }
    }
    for (String name : TEXTS) {
      if (members.containsKey(name) && !ClaimText.isFit(members.get(name))) {
        return Refusal.of(
            HEADER_MALFORMED,
            "expected \"" + name + "\" of the encryption to be a text of at most 255 characters");
      }
    }
    for (String name : REQUIRED) {
      if (!members.containsKey(name)) {
        return Refusal.of(HEADER_MALFORMED, "expected an \"" + name + "\" of the encryption");
      }
    }
    return Checks.first(
        () -> checkType(members, "typ", TYPES), () -> checkType(members, "cty", CONTENT_TYPES));
  }

  private static @Nullable Refusal checkType(
      Map<String, @Nullable Object> members, String name, Set<String> allowed) {
    return !members.containsKey(name)
            || allowed.contains(String.valueOf(members.get(name)).toLowerCase(Locale.ROOT))
        ? null
        : Refusal.of(
            TYPE_NOT_ALLOWED,
            name + " of the encryption: expected " + sorted(allowed) + " or none, found another");
  }

  private static @Nullable Refusal checkAlgorithms(
      Map<String, @Nullable Object> members, Decryption offered) {
    if (members.containsKey("zip")) {
      return Refusal.of(ENCRYPTION_NOT_ALLOWED, "zip: expected no compression");
    }
    return Checks.first(
        () -> checkOffered(members, "alg", offered.keyManagements()),
        () -> checkOffered(members, "enc", offered.contentEncryptions()));
  }

  private static @Nullable Refusal checkOffered(
      Map<String, @Nullable Object> members, String name, Set<String> offered) {
    return offered.contains(String.valueOf(members.get(name)))
        ? null
        : Refusal.of(
            ENCRYPTION_NOT_ALLOWED,
            name + " of the encryption: expected one of " + sorted(offered) + ", found another");
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  String algorithm() {
    return String.valueOf(parts.header().get("alg"));
  }

  Optional<String> keyId() {
    return Optional.ofNullable((String) parts.header().get("kid"));
  }

  EncryptedParts parts() {
    return parts;
  }

  @Override
  public String toString() {
    return "EncryptedToken[" + parts + "]";
  }
}
