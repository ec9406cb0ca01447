package org.launchgate.internal.jose;

import java.security.Key;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.lang.InvalidAlgorithmException;

/**
 * A jose4j signature whose header is handed over already read, since jose4j's own reader is lenient
 * and takes a fresh 32 KB buffer for each parse. Everything that decides stays jose4j's.
 */
final class PreparsedSignature extends JsonWebSignature {
  private final String encodedHeader;
  private final JsonWebSignatureAlgorithm agreed;

  PreparsedSignature(SignedParts token, JsonWebSignatureAlgorithm agreed, Key key) {
    this.encodedHeader = token.encodedHeader();
    this.agreed = agreed;
    this.headers = new GivenHeaders(token.header());
    setAlgorithmConstraints(
        new AlgorithmConstraints(ConstraintType.PERMIT, agreed.getAlgorithmIdentifier()));
    setEncodedPayload(token.encodedPayload());
    setSignature(token.signature());
    setKey(key);
  }

  @Override
  protected String getEncodedHeader() {
    return encodedHeader;
  }

  @Override
  public JsonWebSignatureAlgorithm getAlgorithm() throws InvalidAlgorithmException {
    getAlgorithmConstraints().checkConstraint(getAlgorithmHeaderValue());
    return agreed;
  }
}
