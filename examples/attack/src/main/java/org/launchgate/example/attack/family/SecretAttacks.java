package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.launchgate.example.attack.trial.Family.ALGORITHM;
import static org.launchgate.example.attack.trial.Need.PUBLIC_KEY;

import java.security.PublicKey;
import java.util.List;
import java.util.function.Function;
import org.launchgate.example.attack.token.Signer;
import org.launchgate.example.attack.token.Spellings;
import org.launchgate.example.attack.token.Spellings.Spelling;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** The secret is none: it is public, or anybody guesses it. */
public final class SecretAttacks {
  private static final byte[] NOTHING = {};

  private SecretAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        secretIsPem(),
        secretIsDer(),
        secretIsJwk(),
        secretIsPemByLongerHash(),
        secretIsPemByLongestHash(),
        secretIsEmpty(),
        secretIsWeak(),
        secretIsPublicName());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(ALGORITHM, id, description, source);
  }

  private static Attack secretIsPem() {
    return confusion("alg-hs-pem", "the secret is the public key as PEM", "HS256", Spellings::pem);
  }

  private static Attack secretIsDer() {
    return confusion(
        "alg-hs-der", "the secret is the public key in bytes", "HS256", Spellings::der);
  }

  private static Attack secretIsJwk() {
    return confusion("alg-hs-jwk", "the secret is the public key as JWK", "HS256", Spellings::jwks);
  }

  private static Attack secretIsPemByLongerHash() {
    return confusion("alg-hs-384", "the same by a longer hash", "HS384", Spellings::pem);
  }

  private static Attack secretIsPemByLongestHash() {
    return confusion("alg-hs-512", "the same by the longest hash", "HS512", Spellings::pem);
  }

  private static Attack confusion(
      String id,
      String description,
      String algorithm,
      Function<PublicKey, List<Spelling>> spellings) {
    return attack(id, description, "RFC 8725 2.1; CVE-2015-9235; CVE-2024-54150; V-8")
        .needs(PUBLIC_KEY)
        .<Spelling>tokensOf(
            setup -> setup.publicKey().map(spellings).orElse(List.of()),
            (s, spelling) -> by(s, Signer.secret(algorithm, spelling.bytes())));
  }

  private static Attack secretIsEmpty() {
    return attack("alg-hs-empty", "the secret is empty", "CVE-2019-20933; CVE-2020-28637; V-9")
        .tokens(List.of("HS256", "HS384", "HS512"), (s, alg) -> by(s, Signer.secret(alg, NOTHING)));
  }

  private static Attack secretIsWeak() {
    return attack("alg-hs-weak", "the secret is one that samples use", "RFC 8725 3.5; V-9")
        .tokens(
            List.of(
                "secret",
                "password",
                "changeme",
                "your-256-bit-secret",
                "null",
                "undefined",
                "key",
                "test",
                "AllYourBase",
                "00000000000000000000000000000000"),
            (s, secret) -> by(s, Signer.secret("HS256", bytes(secret))));
  }

  private static Attack secretIsPublicName() {
    return attack("alg-hs-name", "the secret is a name that everybody knows", "RFC 8725 3.5; V-9")
        .token(
            "the key id",
            s -> by(s, Signer.secret("HS256", bytes(s.setup().keyId().orElse("kid")))))
        .token(
            "the issuer",
            s -> by(s, Signer.secret("HS256", bytes(s.setup().issuer().orElse("iss")))))
        .token("the host", s -> by(s, Signer.secret("HS256", bytes(s.setup().url().getHost()))))
        .token("the algorithm", s -> by(s, Signer.secret("HS256", bytes("HS256"))));
  }

  private static String by(Scene scene, Signer signer) {
    return scene.draft().header("alg", signer.algorithm()).signedBy(signer);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
