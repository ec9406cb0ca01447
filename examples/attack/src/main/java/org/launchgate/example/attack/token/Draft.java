package org.launchgate.example.attack.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A token that is not signed yet. Claims inside of objects are named with a slash, {@code
 * contact/id}; a dot is a part of a name.
 */
public final class Draft {
  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims;
  private Optional<byte[]> headerBytes = Optional.empty();
  private Optional<byte[]> payloadBytes = Optional.empty();

  /** A draft with these claims and an empty header. */
  public Draft(Map<String, Object> claims) {
    this.claims = copy(claims);
  }

  /** Sets a header member. */
  public Draft header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  /** Takes a header member away. */
  public Draft withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  /** Sets a claim. */
  public Draft claim(String path, Object value) {
    parent(path).put(last(path), value);
    return this;
  }

  /** Takes a claim away. */
  public Draft without(String path) {
    parent(path).remove(last(path));
    return this;
  }

  /** Writes something else for the header than its members say. */
  public Draft headerText(UnaryOperator<String> change) {
    return headerBytes(change.apply(headerText()).getBytes(UTF_8));
  }

  /** Writes something else for the payload than its claims say. */
  public Draft payloadText(UnaryOperator<String> change) {
    return payloadBytes(change.apply(payloadText()).getBytes(UTF_8));
  }

  /** Writes these bytes for the header. */
  public Draft headerBytes(byte[] bytes) {
    headerBytes = Optional.of(bytes);
    return this;
  }

  /** Writes these bytes for the payload. */
  public Draft payloadBytes(byte[] bytes) {
    payloadBytes = Optional.of(bytes);
    return this;
  }

  /** The header's JSON. */
  public String headerText() {
    return Json.of(header);
  }

  /** The payload's JSON. */
  public String payloadText() {
    return Json.of(claims);
  }

  /** The header, encoded. */
  public String encodedHeader() {
    return Base64Url.of(headerBytes.orElseGet(() -> headerText().getBytes(UTF_8)));
  }

  /** The payload, encoded. */
  public String encodedPayload() {
    return Base64Url.of(payloadBytes.orElseGet(() -> payloadText().getBytes(UTF_8)));
  }

  /** What is signed: both with a dot between. */
  public String input() {
    return encodedHeader() + "." + encodedPayload();
  }

  /** The token, signed. */
  public String signedBy(Signer signer) {
    return input() + "." + Base64Url.of(signer.sign(input().getBytes(US_ASCII)));
  }

  /** The token with a signature that is none. */
  public String withSignature(byte[] signature) {
    return input() + "." + Base64Url.of(signature);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> parent(String path) {
    Map<String, Object> parent = claims;
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      parent = (Map<String, Object>) parent.computeIfAbsent(names[i], n -> new LinkedHashMap<>());
    }
    return parent;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> copy(Map<String, Object> claims) {
    Map<String, Object> copy = new LinkedHashMap<>();
    claims.forEach(
        (name, value) ->
            copy.put(name, value instanceof Map ? copy((Map<String, Object>) value) : value));
    return copy;
  }
}
