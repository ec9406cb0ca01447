package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.SIGNATURE;
import static org.launchgate.example.attack.trial.Need.EC_KEY;

import java.math.BigInteger;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import org.launchgate.example.attack.token.Der;
import org.launchgate.example.attack.token.EcNumbers;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** What only signatures on elliptic curves can be. */
public final class EcdsaAttacks {
  private EcdsaAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(psychic(), psychicDer(), ecDer(), ecNumbers());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(SIGNATURE, id, description, source);
  }

  private static Attack psychic() {
    Attack attack = attack("sig-psychic", "an ECDSA signature of zeros", "CVE-2022-21449; V-11");
    for (String algorithm : List.of("ES256", "ES384", "ES512")) {
      int length = algorithm.equals("ES256") ? 64 : algorithm.equals("ES384") ? 96 : 132;
      attack.token(
          algorithm, s -> s.draft().header("alg", algorithm).withSignature(new byte[length]));
    }
    return attack.token("EdDSA", s -> s.draft().header("alg", "EdDSA").withSignature(new byte[64]));
  }

  private static Attack psychicDer() {
    byte[] zeros = Der.sequence(Der.integer(BigInteger.ZERO), Der.integer(BigInteger.ZERO));
    byte[] ones = Der.sequence(Der.integer(BigInteger.ONE), Der.integer(BigInteger.ONE));
    return attack("sig-psychic-der", "the same in DER", "CVE-2022-21449; V-11")
        .token("zeros", s -> s.draft().header("alg", "ES256").withSignature(zeros))
        .token("ones", s -> s.draft().header("alg", "ES256").withSignature(ones))
        .token(
            "an empty SEQUENCE",
            s -> s.draft().header("alg", "ES256").withSignature(Der.sequence()));
  }

  private static Attack ecDer() {
    Attack attack =
        attack("sig-ec-der", "a good ECDSA signature in DER", "RFC 7518 3.4; V-11").needs(EC_KEY);
    Signatures.changed(attack, "as it is", (s, sig) -> numbers(s).der(sig));
    return Signatures.changed(attack, "its twin", (s, sig) -> numbers(s).der(numbers(s).twin(sig)));
  }

  private static Attack ecNumbers() {
    Attack attack =
        attack(
                "sig-ec-numbers",
                "the two numbers are none of an ECDSA signature",
                "FIPS 186-5 6.4.2; V-11")
            .needs(EC_KEY);
    Signatures.changed(attack, "the order twice", (s, sig) -> numbers(s).orders());
    Signatures.changed(attack, "r is zero", (s, sig) -> numbers(s).zeroR(sig));
    Signatures.changed(attack, "s is zero", (s, sig) -> numbers(s).zeroS(sig));
    Signatures.changed(attack, "r over the order", (s, sig) -> numbers(s).reduced(sig));
    Signatures.changed(attack, "s before r", (s, sig) -> numbers(s).swapped(sig));
    return Signatures.changed(attack, "a zero before each", (s, sig) -> numbers(s).longer(sig));
  }

  private static EcNumbers numbers(Scene scene) {
    return new EcNumbers((ECPrivateKey) scene.signer().key());
  }
}
