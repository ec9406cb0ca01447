package org.launchgate.demo.simulator;

import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Turns claims into a compact JWT. The simulator's only use of jose4j. */
final class SignedToken {
  private SignedToken() {}

  /** The token with exactly these header members, in their order, and the key's id. */
  static String of(Map<String, String> header, Map<String, Object> claims, SigningKey key) {
    JsonWebSignature signature = new JsonWebSignature();
    header.forEach(signature::setHeader);
    signature.setKeyIdHeaderValue(key.id());
    signature.setPayload(JsonUtil.toJson(claims));
    signature.setKey(key.key());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("the simulator cannot sign with its own key", e);
    }
  }
}
