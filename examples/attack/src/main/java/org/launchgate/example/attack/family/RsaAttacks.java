package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.SIGNATURE;
import static org.launchgate.example.attack.trial.Need.RSA_KEY;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import java.util.function.BiFunction;
import org.launchgate.example.attack.token.Der;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.RawRsa;
import org.launchgate.example.attack.trial.Attack;

/** What only RSA signatures can be. */
public final class RsaAttacks {
  private RsaAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(rsaPadding(), rsaShortened());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(SIGNATURE, id, description, source);
  }

  private static Attack rsaPadding() {
    Attack attack =
        attack(
                "sig-rsa-padding",
                "RSA by the partner's key, padded wrongly",
                "RFC 8017 8.2.2; CVE-2006-4339; V-8")
            .needs(RSA_KEY);
    raw(attack, "not at all", RawRsa::unpadded);
    raw(attack, "without the hash's name", RawRsa::withoutHashName);
    raw(attack, "with another hash's name", RawRsa::withOtherHashName);
    raw(attack, "SHA-1", RawRsa::sha1);
    raw(attack, "as encryption is", RawRsa::encryptionBlock);
    raw(attack, "with zeros", RawRsa::zeroBlock);
    raw(attack, "garbage behind the hash", RawRsa::garbageBehind);
    return raw(attack, "with other bytes", RawRsa::otherFilling);
  }

  private static Attack raw(
      Attack attack, String name, BiFunction<RawRsa, String, byte[]> signature) {
    return attack.token(
        name,
        s -> {
          Draft draft = s.draft();
          RawRsa rsa = new RawRsa((RSAPrivateKey) s.signer().key());
          return draft.withSignature(signature.apply(rsa, draft.input()));
        });
  }

  private static Attack rsaShortened() {
    Attack attack =
        attack("sig-rsa-length", "a good RSA signature in another length", "RFC 8017 8.2.2; V-8")
            .needs(RSA_KEY);
    Signatures.changed(
        attack, "a zero byte before", signature -> Der.joined(new byte[1], signature));
    Signatures.changed(
        attack, "as an INTEGER", signature -> Der.integer(new BigInteger(1, signature)));
    return Signatures.changed(
        attack,
        "plus the modulus",
        (s, signature) ->
            new BigInteger(1, signature)
                .add(((RSAPrivateKey) s.signer().key()).getModulus())
                .toByteArray());
  }
}
