package org.launchgate.demo.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.Key;
import java.util.Base64;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A token of the simulator, read by other means than those that made it. */
record ReadToken(String compact) {

  String header() {
    return part(0);
  }

  String payload() {
    return part(1);
  }

  JsonNode claims() throws JsonProcessingException {
    return new ObjectMapper().readTree(payload());
  }

  boolean isSignedBy(Key key) throws JoseException {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setCompactSerialization(compact);
    signature.setKey(key);
    return signature.verifySignature();
  }

  private String part(int index) {
    return new String(Base64.getUrlDecoder().decode(compact.split("\\.", -1)[index]), UTF_8);
  }
}
