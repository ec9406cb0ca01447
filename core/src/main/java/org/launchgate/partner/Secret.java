package org.launchgate.partner;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.launchgate.internal.config.ConfigObject;

/** Reads a shared secret in one of its spellings. */
final class Secret {
  /** The members that may hold one. */
  static final List<String> FORMS = List.of("secret", "secretHex", "secretText");

  private static final int FEWEST_BYTES = 32;

  private Secret() {}

  static SecretKey read(ConfigObject json, String form) {
    byte[] bytes = bytes(json, form, json.requiredText(form));
    if (bytes.length < FEWEST_BYTES) {
      throw json.error(
          form,
          "is "
              + bytes.length
              + " bytes; HS256 needs at least 32 random ones, HS384 48, HS512 64 (RFC 7518 3.2)");
    }
    return new SecretKeySpec(bytes, "HMAC");
  }

  private static byte[] bytes(ConfigObject json, String form, String text) {
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
}
