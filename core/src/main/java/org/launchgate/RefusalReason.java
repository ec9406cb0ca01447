package org.launchgate;

import java.util.Locale;

/**
 * Why a launch is refused: stable codes, each with the clause that asks for it.
 *
 * <p>Codes are never renamed or reused; a new version may add some, so a {@code switch} needs a
 * default. They stand in the order in which the checks run.
 */
public enum RefusalReason {
  /** The request came over plain http. HTI "https only"; checklist row 36. */
  INSECURE_TRANSPORT("HTI Exchange; checklist 36"),
  /** The body is in a form in which no launch travels. Checklist row 37. */
  MEDIA_TYPE_NOT_SUPPORTED("RFC 9110 15.5.16; checklist 37"),
  /** The request's body is larger than any launch. Checklist row 1. */
  REQUEST_TOO_LARGE("RFC 9110 15.5.14; checklist 1"),
  /** The request's query or form cannot be read. Checklist row 1. */
  REQUEST_MALFORMED("checklist 1"),
  /** The request holds no token. */
  TOKEN_MISSING("checklist 1"),
  /** The request holds more than one token. Checklist row 1. */
  TOKEN_AMBIGUOUS("checklist 1"),

  /** The token is larger than the configured limit. Checklist row 1. */
  TOKEN_TOO_LARGE("checklist 1"),
  /** The token is not three parts of strict base64url. RFC 7515 section 7.1, checklist row 2. */
  TOKEN_MALFORMED("RFC 7515 7.1; checklist 2"),
  /** The token is encrypted, and this deployment has no key for it, or it is so twice. Row 3. */
  TOKEN_ENCRYPTED("checklist 3"),
  /** An encrypted token's {@code alg}, {@code enc} or {@code zip} is not offered. Row 40. */
  ENCRYPTION_NOT_ALLOWED("RFC 8725 3.2, 3.6; checklist 40"),
  /** An encrypted token names no key of this deployment that suits it. HTI:jwe. */
  DECRYPTION_KEY_UNKNOWN("HTI:jwe"),
  /** An encrypted token cannot be decrypted. RFC 7516 section 5.2. */
  DECRYPTION_FAILED("RFC 7516 5.2, 11.5"),
  /** The header is no strict JSON object, or a member has the wrong type. Rows 4 to 6. */
  HEADER_MALFORMED("RFC 7515 4; checklist 4-6"),
  /** The payload is no strict JSON object. RFC 7519 section 7.2, rows 4 to 6. */
  CLAIMS_MALFORMED("RFC 7519 7.2; checklist 4-6"),
  /** A header member that changes the meaning of the token. RFC 7515 4.1.11, rows 3, 13, 14. */
  HEADER_NOT_ALLOWED("RFC 7515 4.1.10, 4.1.11; checklist 3, 13, 14"),
  /** The header's {@code typ} is not the profile's. RFC 8725 section 3.11, row 31. */
  TYPE_NOT_ALLOWED("RFC 8725 3.11; checklist 31"),

  /** No partner is configured for what the token and the path say. Row 20. */
  PARTNER_UNKNOWN("checklist 16, 20"),
  /** The token came unencrypted, and its partner's tokens have to be encrypted. HTI:jwe. */
  ENCRYPTION_REQUIRED("HTI:jwe"),
  /** The token came by a channel or field that its profile does not name. */
  ARRIVAL_NOT_ALLOWED("checklist 37"),
  /** The header has no {@code kid} and the profile demands one. ZorgDomein, token header. */
  KEY_ID_MISSING("ZorgDomein, token header"),
  /** The algorithm is not agreed with the partner. RFC 8725 section 3.1, row 7. */
  ALGORITHM_NOT_ALLOWED("RFC 8725 3.1; checklist 7"),
  /** The partner has no key for this key id and algorithm. Rows 8, 16, 18. */
  KEY_UNKNOWN("checklist 8, 16, 18"),
  /** The partner's key is not valid yet, or no more. */
  KEY_NOT_VALID("RFC 5280 4.1.2.5"),
  /** The signature does not match. RFC 7515 section 5.2. */
  SIGNATURE_INVALID("RFC 7515 5.2"),

  /** {@code iss} is absent, unexpected or not the partner's. RFC 8725 section 3.8, row 19. */
  ISSUER_NOT_ALLOWED("RFC 8725 3.8; checklist 19"),
  /** {@code aud} is absent, unexpected or does not name us. RFC 8725 section 3.9, row 21. */
  AUDIENCE_NOT_ALLOWED("RFC 8725 3.9; checklist 21"),
  /** A required claim is absent or empty. */
  CLAIM_MISSING("the profile's own claims"),
  /** A claim that is present has a form that it may not have. Rows 26, 28, 34. */
  CLAIM_MALFORMED("the profile's own claims; checklist 26, 28, 34"),
  /** A claim's value is not one of those allowed. */
  CLAIM_NOT_ALLOWED("the profile's own claims"),
  /** Of claims that come together only some are present. */
  CLAIMS_INCOMPLETE("the profile's own claims"),
  /** The token is older than its profile allows. ZorgDomein, expiry timestamp; row 24. */
  TOKEN_TOO_OLD("ZorgDomein, expiry timestamp; checklist 24"),
  /** The token's {@code exp} has passed. RFC 7519 section 4.1.4. */
  TOKEN_EXPIRED("RFC 7519 4.1.4"),
  /** {@code iat} or {@code nbf} lies in the future. RFC 7519 sections 4.1.5 and 4.1.6, row 25. */
  TOKEN_NOT_YET_VALID("RFC 7519 4.1.5, 4.1.6; checklist 25"),
  /** The token would be valid for longer than its profile allows. Row 23. */
  LIFETIME_TOO_LONG("checklist 23"),

  /** The organisation is not one of the partner's. */
  ORGANIZATION_NOT_ALLOWED("ZorgDomein table 1, org-id.value"),
  /** The token was used before. Rows 29 and 30. */
  REPLAYED("ZorgDomein table 1, jti; checklist 29, 30"),
  /** The launch is in order; its partner is in report mode, so nobody is let in. */
  PARTNER_REPORT_ONLY("design, partners file"),
  /** The ticket was used, is late, unknown, or of another browser. Design, step 9. */
  TICKET_NOT_VALID("design, step 9"),
  /** The form was posted by a page of an origin that the partner's {@code launchOrigins} omit. */
  ORIGIN_NOT_ALLOWED("design, step 9"),
  /** The request's host is none under which a ticket's address may be given out. */
  HOST_NOT_ALLOWED("design, step 9"),
  /** The application does not know the organisation. Design, step 10. */
  ORGANIZATION_UNKNOWN("design, step 10"),
  /** The application's own account resolver said no. Design, step 10. */
  ACCOUNT_REFUSED("design, step 10"),
  /** The user has no account here, and there is no way to link one. Design, step 10. */
  ACCOUNT_UNKNOWN("design, step 10"),
  /** The user's identity is linked to another account than the one that was to be linked. */
  ACCOUNT_LINKED_OTHERWISE("design, step 10"),
  /** The user did not want the identity to be linked to their account. Design, step 10. */
  ACCOUNT_NOT_LINKED("design, step 10"),
  /** Somebody else is logged in at the container, or by the application's own log-in. */
  OTHER_USER_LOGGED_IN("design, step 11"),
  /** The {@code targetUrl} needs a value that the launch does not have. Design, step 11. */
  TARGET_VALUE_MISSING("design, step 11"),
  /** The {@code targetUrl} needs a value that is personal in this launch. Design, step 11. */
  TARGET_VALUE_PERSONAL("design, step 11"),
  /** With a value in its place, the {@code targetUrl} leads nowhere that it may. Row 35. */
  TARGET_NOT_ALLOWED("design, step 11; checklist 35");

  private final String clause;

  RefusalReason(String clause) {
    this.clause = clause;
  }

  /** The stable code in lower case, such as {@code signature_invalid}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The document and clause that asks for the check. */
  public String clause() {
    return clause;
  }
}
