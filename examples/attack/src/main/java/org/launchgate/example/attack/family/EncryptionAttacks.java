package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.launchgate.example.attack.trial.Family.ENCRYPTION;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.launchgate.example.attack.token.Base64Url;
import org.launchgate.example.attack.token.Encryption;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.token.Json.Raw;
import org.launchgate.example.attack.token.Spellings;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** Encrypted by who knows nothing of the receiver. Inside is the best token that there is. */
public final class EncryptionAttacks {
  private static final String SOURCE = "RFC 8725 3.3; V-40";

  private EncryptionAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        ownKey(),
        direct(),
        knownKey(),
        password(),
        passwordCost(),
        algorithms(),
        encryptions(),
        shape(),
        header(),
        jsonForm());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(ENCRYPTION, id, description, source);
  }

  private static Attack ownKey() {
    return attack("jwe-own-key", "encrypted to the attacker's own key", SOURCE)
        .tokens(
            List.of("RSA-OAEP", "RSA-OAEP-256", "RSA1_5"),
            (s, alg) ->
                Encryption.to(s.own().publicKey("RS256"), alg, Envelope.CBC).around(s.genuine()))
        .token(
            "GCM",
            s ->
                Encryption.to(s.own().publicKey("RS256"), "RSA-OAEP", "A256GCM")
                    .around(s.genuine()))
        .token(
            "the key beside it",
            s ->
                Encryption.to(s.own().publicKey("RS256"), "RSA-OAEP", Envelope.CBC)
                    .header("jwk", Spellings.jwk(s.own().publicKey("RS256")))
                    .around(s.genuine()));
  }

  private static Attack direct() {
    return attack("jwe-dir", "encrypted by a key that is no secret, directly", SOURCE)
        .token("zeros", s -> direct(s, new byte[32]))
        .token(
            "zeros, GCM",
            s ->
                Encryption.to(Encryption.secret(new byte[16]), "dir", "A128GCM")
                    .around(s.genuine()))
        .token("a word", s -> direct(s, "secretsecretsecretsecretsecretse".getBytes(UTF_8)))
        .token(
            "the kid",
            s -> direct(s, Arrays.copyOf(s.setup().keyId().orElse("k").getBytes(UTF_8), 32)));
  }

  private static String direct(Scene scene, byte[] key) {
    return Encryption.to(Encryption.secret(key), "dir", Envelope.CBC).around(scene.genuine());
  }

  private static Attack knownKey() {
    return attack("jwe-kw", "encrypted by a key that is no secret, wrapped", SOURCE)
        .tokens(
            List.of(16, 32),
            (s, n) ->
                Encryption.to(Encryption.secret(new byte[n]), "A" + n * 8 + "KW", Envelope.CBC)
                    .around(s.genuine()));
  }

  private static Attack password() {
    return attack(
            "jwe-pbes2",
            "encrypted by a password that everybody guesses",
            "RFC 8725 3.5; CVE-2023-51775; V-40")
        .tokens(
            List.of("", "secret", "password", "changeme"), (s, word) -> byPassword(s, word, 1000));
  }

  private static String byPassword(Scene scene, String word, int count) {
    byte[] salt = "PBES2-HS256+A128KW\0salt-of-16-bytes".getBytes(UTF_8);
    try {
      PBEKeySpec spec = new PBEKeySpec((word + "\0").toCharArray(), salt, count, 128);
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return Encryption.to(Encryption.secret(key), "A128KW", Envelope.CBC)
          .header("alg", "PBES2-HS256+A128KW")
          .header("p2s", Base64Url.of("salt-of-16-bytes"))
          .header("p2c", count)
          .around(scene.genuine());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Attack passwordCost() {
    Attack attack =
        attack(
            "jwe-pbes2-cost",
            "a password that costs seconds to try",
            "CVE-2023-51775; CVE-2023-52428; V-40");
    for (Object count :
        List.of(
            2_147_483_647, 100_000_000, new Raw("9223372036854775807"), -1, 0, "1000", Json.NULL)) {
      attack.variant(String.valueOf(count), s -> s.quickly(() -> s.denied(costing(s, count))));
    }
    return attack;
  }

  private static String costing(Scene scene, Object count) {
    return Encryption.to(Encryption.secret(new byte[16]), "A128KW", Envelope.CBC)
        .header("alg", "PBES2-HS256+A128KW")
        .header("p2s", Base64Url.of("salt-of-16-bytes"))
        .header("p2c", count)
        .around(scene.genuine());
  }

  private static Attack algorithms() {
    return attack("jwe-alg", "by an algorithm that encrypts nothing, or that nobody knows", SOURCE)
        .tokens(
            List.of(
                "none",
                "None",
                "",
                "RS256",
                "HS256",
                "RSA",
                "A128KW",
                "ECDH-ES",
                1,
                Json.NULL,
                List.of("RSA-OAEP")),
            (s, alg) -> labelled(s, "alg", alg));
  }

  private static Attack encryptions() {
    return attack("jwe-enc", "in an encryption that is none, or that nobody knows", SOURCE)
        .tokens(
            List.of(
                "none",
                "",
                "A128CBC",
                "A128GCM-SIV",
                "DES",
                "dir",
                1,
                Json.NULL,
                List.of(Envelope.CBC)),
            (s, enc) -> labelled(s, "enc", enc));
  }

  private static String labelled(Scene scene, String name, Object value) {
    return Encryption.to(scene.own().publicKey("RS256"), "RSA-OAEP", Envelope.CBC)
        .header(name, value)
        .around(scene.genuine());
  }

  private static Attack shape() {
    return attack("jwe-shape", "five parts, and some of them nothing", "RFC 7516 7.1; V-3")
        .tokens(
            List.of(
                "%s....",
                "%s.AAAA...",
                "%s..AAAA.AAAA.AAAA",
                "%s.AAAA.AAAA.AAAA.",
                "....%s",
                ".%s.AAAA.AAAA.AAAA",
                "%s.AAAA..AAAA.AAAA"),
            (s, frame) ->
                frame.formatted(
                    Base64Url.of("{\"alg\":\"RSA-OAEP\",\"enc\":\"" + Envelope.CBC + "\"}")))
        .token("a signed token and two parts", s -> s.genuine() + "..")
        .token("two signed tokens", s -> s.genuine() + s.genuine());
  }

  private static Attack header() {
    return attack("jwe-header", "a header that is none", "RFC 7516 4; V-6")
        .tokens(
            List.of(
                "[]",
                "null",
                "{}",
                "",
                "{\"alg\":\"RSA-OAEP\"}",
                "{\"enc\":\"A128GCM\"}",
                "{\"alg\":\"RSA-OAEP\",\"alg\":\"dir\",\"enc\":\"A128GCM\"}",
                "{\"alg\":\"RSA-OAEP\",\"enc\":\"A128GCM\",}",
                "[".repeat(3000)),
            (s, text) -> Base64Url.of(text) + ".AAAA.AAAA.AAAA.AAAA");
  }

  private static Attack jsonForm() {
    return attack("jwe-json", "the JSON form of an encrypted token", "RFC 7516 7.2; V-3")
        .token("flattened", s -> flattened(direct(s, new byte[32]).split("\\.", -1)))
        .token(
            "general",
            s ->
                Json.of(
                    Map.of("protected", "AAAA", "recipients", List.of(), "ciphertext", "AAAA")));
  }

  private static String flattened(String[] parts) {
    return Json.of(
        Map.of(
            "protected",
            parts[0],
            "encrypted_key",
            parts[1],
            "iv",
            parts[2],
            "ciphertext",
            parts[3],
            "tag",
            parts[4]));
  }
}
