package org.launchgate.internal.jose;

import java.util.Map;
import org.jose4j.jws.EcdsaUsingShaAlgorithm;
import org.jose4j.jws.EdDsaAlgorithm;
import org.jose4j.jws.HmacUsingShaAlgorithm;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.jws.RsaUsingShaAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms on offer, made directly: jose4j's own factory probes every algorithm that it knows
 * against the JDK, which costs some 60 ms at the first launch.
 */
final class JoseAlgorithms {
  private static final Map<String, JsonWebSignatureAlgorithm> BY_NAME =
      Map.ofEntries(
          Map.entry("RS256", new RsaUsingShaAlgorithm.RsaSha256()),
          Map.entry("RS384", new RsaUsingShaAlgorithm.RsaSha384()),
          Map.entry("RS512", new RsaUsingShaAlgorithm.RsaSha512()),
          Map.entry("PS256", new RsaUsingShaAlgorithm.RsaPssSha256()),
          Map.entry("PS384", new RsaUsingShaAlgorithm.RsaPssSha384()),
          Map.entry("PS512", new RsaUsingShaAlgorithm.RsaPssSha512()),
          Map.entry("ES256", new EcdsaUsingShaAlgorithm.EcdsaP256UsingSha256()),
          Map.entry("ES384", new EcdsaUsingShaAlgorithm.EcdsaP384UsingSha384()),
          Map.entry("ES512", new EcdsaUsingShaAlgorithm.EcdsaP521UsingSha512()),
          Map.entry("EdDSA", new EdDsaAlgorithm()),
          Map.entry("HS256", new HmacUsingShaAlgorithm.HmacSha256()),
          Map.entry("HS384", new HmacUsingShaAlgorithm.HmacSha384()),
          Map.entry("HS512", new HmacUsingShaAlgorithm.HmacSha512()));

  private JoseAlgorithms() {}

  static @Nullable JsonWebSignatureAlgorithm named(String name) {
    return BY_NAME.get(name);
  }
}
