package org.launchgate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Writes tokens, good and bad, by the JDK alone: what is tested is not the library that verifies.
 */
public final class TokenBuilder {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private String rawHeader;
  private String rawPayload;
  private Key key;
  private String jcaAlgorithm;

  /** Sets a member of the header. */
  public TokenBuilder header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  /** Takes a member of the header away. */
  public TokenBuilder withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  /** Sets a claim. */
  public TokenBuilder claim(String name, Object value) {
    claims.put(name, value);
    return this;
  }

  /** Takes a claim away. */
  public TokenBuilder without(String name) {
    claims.remove(name);
    return this;
  }

  /** Sets a claim inside an object. */
  @SuppressWarnings("unchecked")
  public TokenBuilder nested(String object, String name, Object value) {
    ((Map<String, Object>) claims.computeIfAbsent(object, o -> new LinkedHashMap<>()))
        .put(name, value);
    return this;
  }

  /** Takes a claim inside an object away. */
  @SuppressWarnings("unchecked")
  public TokenBuilder withoutNested(String object, String name) {
    ((Map<String, Object>) claims.get(object)).remove(name);
    return this;
  }

  /** Uses this text as the header, whatever it is. */
  public TokenBuilder rawHeader(String json) {
    rawHeader = json;
    return this;
  }

  /** Uses this text as the payload, whatever it is. */
  public TokenBuilder rawPayload(String json) {
    rawPayload = json;
    return this;
  }

  /** Signs with that key, by SHA-256. */
  public TokenBuilder signedBy(Key signer) {
    key = signer;
    return this;
  }

  /** Signs by that JCA algorithm instead of the one that goes with the key. */
  public TokenBuilder by(String algorithm) {
    jcaAlgorithm = algorithm;
    return this;
  }

  /** The header as JSON. */
  public String headerJson() {
    return rawHeader != null ? rawHeader : json(header);
  }

  /** The payload as JSON. */
  public String payloadJson() {
    return rawPayload != null ? rawPayload : json(claims);
  }

  /** The compact token. */
  public String token() {
    return token(
        headerJson().getBytes(StandardCharsets.UTF_8),
        payloadJson().getBytes(StandardCharsets.UTF_8));
  }

  /** A compact token over these bytes. */
  public String token(byte[] headerBytes, byte[] payloadBytes) {
    String signingInput = encode(headerBytes) + "." + encode(payloadBytes);
    return signingInput + "." + encode(sign(signingInput.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Base64url without padding. */
  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] sign(byte[] input) {
    try {
      if (key instanceof SecretKey) {
        Mac mac = Mac.getInstance(jcaAlgorithm != null ? jcaAlgorithm : "HmacSHA256");
        mac.init(key);
        return mac.doFinal(input);
      }
      Signature signature = Signature.getInstance(jcaAlgorithm != null ? jcaAlgorithm : byKey());
      signature.initSign((PrivateKey) key);
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String byKey() {
    return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format";
  }

  private static String json(Map<String, Object> members) {
    try {
      return JSON.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
