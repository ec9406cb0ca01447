package org.launchgate;

import static org.launchgate.RefusalReason.CLAIMS_MALFORMED;
import static org.launchgate.RefusalReason.HEADER_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_ENCRYPTED;
import static org.launchgate.RefusalReason.TOKEN_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_TOO_LARGE;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.jose.SignedParts;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;

/**
 * A compact JWS (RFC 7515 section 7.1), split and read strictly, each part once. Nothing in it is
 * verified: what it says is good for looking things up and for nothing else.
 */
final class CompactToken implements ReadToken {
  private final String signingInput;
  private final int headerEnd;
  private final byte[] signature;
  private final TokenHeader header;
  private final Map<String, @Nullable Object> claims;

  private CompactToken(
      String signingInput,
      int headerEnd,
      byte[] signature,
      TokenHeader header,
      Map<String, @Nullable Object> claims) {
    this.signingInput = signingInput;
    this.headerEnd = headerEnd;
    this.signature = signature;
    this.header = header;
    this.claims = claims;
  }

  /** Reads a token; the work is bounded by {@code maxBytes}, whatever the text holds. */
  static ReadToken read(String token, int maxBytes) {
    if (token.length() > maxBytes) {
      return ReadToken.unreadable(
          TOKEN_TOO_LARGE,
          "expected at most " + maxBytes + " bytes, found " + token.length() + " characters");
    }
    int dots = countDots(token);
    if (dots == 4) {
      return ReadToken.unreadable(
          TOKEN_ENCRYPTED, "expected a signed token (3 parts), found an encrypted one (5 parts)");
    }
    if (dots != 2) {
      return ReadToken.unreadable(
          TOKEN_MALFORMED,
          dots < 0
              ? "expected base64url digits and dots, found another character"
              : "expected 3 parts, found " + (dots + 1));
    }
    return split(token);
  }

  /** The number of dots; -1 when there is a character that no token holds. */
  private static int countDots(String token) {
    int dots = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c == '.') {
        dots++;
      } else if (!Base64UrlText.isDigit(c)) {
        return -1;
      }
    }
    return dots;
  }

  private static ReadToken split(String token) {
    int headerEnd = token.indexOf('.');
    int payloadEnd = token.indexOf('.', headerEnd + 1);
    byte[] header = Base64UrlText.decode(token.substring(0, headerEnd));
    byte[] payload = Base64UrlText.decode(token.substring(headerEnd + 1, payloadEnd));
    byte[] signature = Base64UrlText.decode(token.substring(payloadEnd + 1));
    if (header == null || payload == null || signature == null) {
      return ReadToken.unreadable(
          TOKEN_MALFORMED, "expected canonical base64url (RFC 4648 section 3.5) in every part");
    }
    if (header.length == 0 || payload.length == 0 || signature.length == 0) {
      return ReadToken.unreadable(TOKEN_MALFORMED, "expected 3 parts, found an empty one");
    }
    return parse(token.substring(0, payloadEnd), headerEnd, header, payload, signature);
  }

  private static ReadToken parse(
      String signingInput, int headerEnd, byte[] header, byte[] payload, byte[] signature) {
    Map<String, @Nullable Object> members;
    try {
      members = StrictJson.readObject(header);
    } catch (StrictJsonException e) {
      return ReadToken.unreadable(HEADER_MALFORMED, "header: " + e.getMessage());
    }
    Refusal refusal = TokenHeader.check(members);
    if (refusal != null) {
      return new Unreadable(refusal);
    }
    try {
      return new CompactToken(
          signingInput,
          headerEnd,
          signature,
          new TokenHeader(members),
          StrictJson.readObject(payload));
    } catch (StrictJsonException e) {
      return ReadToken.unreadable(CLAIMS_MALFORMED, "payload: " + e.getMessage());
    }
  }

  TokenHeader header() {
    return header;
  }

  Map<String, @Nullable Object> claims() {
    return claims;
  }

  SignedParts signedParts() {
    return new SignedParts(
        signingInput.substring(0, headerEnd),
        signingInput.substring(headerEnd + 1),
        signature,
        header.members());
  }

  /** Header and payload as they were signed; the same however the signature is spelled. */
  byte[] signingInput() {
    return signingInput.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "CompactToken[" + header + "]";
  }
}
