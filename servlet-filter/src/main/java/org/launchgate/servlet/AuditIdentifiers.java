package org.launchgate.servlet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.launchgate.Identifier;
import org.launchgate.spi.EventIdentifier;

/**
 * Puts identifiers into records: those that are personal data by themselves as a keyed digest, so
 * that who reads a log can follow one person and cannot tell whom. Thread-safe.
 */
final class AuditIdentifiers {
  private static final String NATIONAL_ID = "national-id";
  private static final String ALGORITHM = "HmacSHA256";

  /** Systems of e-mail addresses and national ids, as partners may name them for a user. */
  private static final Set<String> PERSONAL =
      Set.of(
          "e-mail",
          "email",
          "mailto",
          NATIONAL_ID,
          "bsn",
          "http://fhir.nl/fhir/namingsystem/bsn",
          "urn:oid:2.16.840.1.113883.2.4.6.3",
          "fnr",
          "urn:oid:2.16.578.1.12.4.1.4.1",
          "urn:oid:2.16.578.1.12.4.1.4.2",
          "personnummer",
          "urn:oid:1.2.752.129.2.1.3.1",
          "cpr",
          "urn:oid:1.2.208.176.1.2",
          "urn:oid:1.2.246.21",
          "ssn",
          "http://hl7.org/fhir/sid/us-ssn");

  private final SecretKeySpec key;
  private final boolean clear;

  /**
   * Identifiers of one deployment.
   *
   * @param key the secret of the digests
   * @param clear whether nothing is digested
   */
  AuditIdentifiers(byte[] key, boolean clear) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.clear = clear;
  }

  /**
   * An identifier as records have it.
   *
   * @param marked whether it is known to be personal, whatever its system
   */
  EventIdentifier of(Identifier identifier, boolean marked) {
    return of(
        identifier.system(),
        identifier.value(),
        marked || isPersonal(identifier.system(), identifier.value()));
  }

  /** Whether an identifier is personal as its system says, or as it looks. */
  static boolean isPersonal(String system, String value) {
    return PERSONAL.contains(system.toLowerCase(Locale.ROOT)) || value.contains("@");
  }

  EventIdentifier nationalId(String id) {
    return of(NATIONAL_ID, id, true);
  }

  private EventIdentifier of(String system, String value, boolean personal) {
    return personal && !clear
        ? new EventIdentifier(system, digest(system, value), true)
        : new EventIdentifier(system, value, false);
  }

  private String digest(String system, String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] first = system.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(first.length).array());
      mac.update(first);
      byte[] digest = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
      return "hmac-sha256:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
