package org.launchgate;

import static org.launchgate.VerifierFixture.NOW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.jose.SignedParts;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;
import org.launchgate.partner.ConfiguredKeys;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;

/**
 * The way of a launch token up to its signature, for published examples whose payload is no set of
 * claims: keys from a partners file, then the launch's own checks of shape, header, algorithm, key
 * and signature, in their order. Only the reading of claims is left out.
 */
final class SignaturePath {
  private static final int LIMIT = 16 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Partner partner;

  private SignaturePath(Partner partner) {
    this.partner = partner;
  }

  /**
   * With the keys of these entries of a partner's {@code keys}.
   *
   * @throws IllegalArgumentException when the partners file is refused
   */
  static SignaturePath withEntries(List<JsonNode> entries) {
    ObjectNode file = JSON.createObjectNode();
    ObjectNode partner = file.putArray("partners").addObject();
    partner.put("id", "examples").set("profile", profile());
    ArrayNode keys = partner.putArray("keys");
    entries.forEach(keys::add);
    return new SignaturePath(PartnersFiles.of(file.toString()).all().get(0));
  }

  /** With one JWK. */
  static SignaturePath withKey(JsonNode jwk) {
    return withEntries(List.of(entry("jwk", jwk)));
  }

  /** An entry of {@code keys} of that form. */
  static JsonNode entry(String form, JsonNode value) {
    return JSON.createObjectNode().set(form, value);
  }

  /** What our loader and our checks say; a file that is refused is a token that is refused. */
  static Outcome check(List<JsonNode> entries, String token) {
    try {
      return withEntries(entries).check(token);
    } catch (IllegalArgumentException e) {
      return Outcome.refused("at load: " + e.getMessage());
    }
  }

  static Outcome check(JsonNode jwk, String token) {
    return check(List.of(entry("jwk", jwk)), token);
  }

  /** A profile by which any algorithm can be agreed. */
  private static JsonNode profile() {
    ObjectNode profile = JSON.createObjectNode();
    profile.put("profile", "examples");
    ObjectNode carrier = profile.putArray("carriers").addObject().put("field", "token");
    carrier.putArray("in").add("form");
    profile.putObject("header");
    ArrayNode algorithms = profile.putArray("algorithms");
    List.of(SigningAlgorithm.values()).forEach(each -> algorithms.add(each.name()));
    profile.putObject("time");
    profile.putObject("replay");
    ObjectNode context = profile.putObject("context").put("user.value", "/sub");
    context.putObject("user.system").put("constant", "local");
    return profile;
  }

  Outcome check(String token) {
    ReadToken read = CompactToken.read(token, LIMIT);
    if (read instanceof CompactToken readable) {
      return check(readable.header(), readable.signedParts());
    }
    Refusal refusal = ((ReadToken.Unreadable) read).refusal();
    // Claims are read last: shape and header were found good.
    return refusal.reason() == RefusalReason.CLAIMS_MALFORMED
        ? checkWithoutClaims(token)
        : Outcome.refused(refusal.toString());
  }

  private Outcome checkWithoutClaims(String token) {
    String[] parts = token.split("\\.", -1);
    TokenHeader header = header(parts[0]);
    return check(header, new SignedParts(parts[0], parts[1], bytes(parts[2]), header.members()));
  }

  private static TokenHeader header(String encoded) {
    try {
      return new TokenHeader(StrictJson.readObject(bytes(encoded)));
    } catch (StrictJsonException e) {
      throw new AssertionError("the header was read before", e);
    }
  }

  private static byte[] bytes(String digits) {
    byte @Nullable [] bytes = Base64UrlText.decode(digits);
    return Optional.ofNullable(bytes).orElseThrow(() -> new AssertionError("it was read before"));
  }

  private Outcome check(TokenHeader header, SignedParts parts) {
    Refusal refusal =
        Checks.first(
            () -> VerificationSteps.checkHeader(header, partner, partner.profile()),
            () -> new SignatureStep(new ConfiguredKeys()).check(header, parts, partner, NOW));
    return refusal == null ? Outcome.accepted() : Outcome.refused(refusal.toString());
  }
}
