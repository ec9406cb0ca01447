package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.ENCRYPTION;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.RECEIVER_KEY;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Base64Url;
import org.launchgate.example.attack.token.Deflate;
import org.launchgate.example.attack.token.Encryption;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;

/** Encrypted to the receiver's public key, as everybody can who knows it. */
public final class EnvelopeAttacks {
  private static final String CBC = "A128CBC-HS256";
  private static final int KEY_PART = 1;
  private static final int IV = 2;
  private static final int TEXT = 3;
  private static final int TAG = 4;

  private EnvelopeAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        good(),
        unsigned(),
        claims(),
        forged(),
        faulty(),
        nested(),
        rsa15(),
        compressed(),
        extension(),
        changed(),
        shortened(),
        label(),
        otherKeyId(),
        otherContent(),
        replay());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(ENCRYPTION, id, description, source).needs(KEY, RECEIVER_KEY);
  }

  private static Encryption envelope(Scene scene) {
    return envelope(scene, "RSA-OAEP", CBC);
  }

  private static Encryption envelope(Scene scene, String algorithm, String content) {
    Encryption envelope =
        Encryption.to(scene.setup().receiverKey().orElseThrow(), algorithm, content)
            .header("cty", "JWT");
    scene.setup().receiverKeyId().ifPresent(kid -> envelope.header("kid", kid));
    return envelope;
  }

  private static Attack good() {
    return attack("jwe-good", "an encrypted launch that is good: it has to get in", "HTI:jwe")
        .variant("RSA-OAEP", s -> s.accepted(envelope(s).around(s.genuine())))
        .variant(
            "RSA-OAEP-256, GCM",
            s -> s.accepted(envelope(s, "RSA-OAEP-256", "A256GCM").around(s.genuine())));
  }

  private static Attack unsigned() {
    return attack("env-unsigned", "an unsigned token inside", "CVE-2026-29000; V-40")
        .token(
            "alg none",
            s -> envelope(s).around(s.draft().header("alg", "none").withSignature(new byte[0])))
        .token("an empty signature", s -> envelope(s).around(s.draft().withSignature(new byte[0])))
        .token("two parts", s -> envelope(s).around(s.draft().input()));
  }

  private static Attack claims() {
    return attack("env-claims", "bare claims inside", "CVE-2026-29000; V-40")
        .token("under cty JWT", s -> envelope(s).around(s.draft().payloadText()))
        .token(
            "under cty json",
            s -> envelope(s).header("cty", "json").around(s.draft().payloadText()))
        .token("encoded", s -> envelope(s).around(s.draft().encodedPayload()))
        .token("nothing", s -> envelope(s).around(""))
        .token(
            "claims in the header, too",
            s ->
                envelope(s)
                    .header("iss", s.setup().issuer().orElse("x"))
                    .around(s.draft().payloadText()));
  }

  private static Attack forged() {
    return attack("env-forged", "a token by a key of the attacker inside", "CVE-2026-29000; V-40")
        .token("of the same kind", s -> envelope(s).around(s.forged()))
        .token(
            "HS256",
            s ->
                envelope(s)
                    .around(s.draft().header("alg", "HS256").signedBy(s.own().signer("HS256"))));
  }

  private static Attack faulty() {
    return attack("env-faulty", "a faulty token inside", "V-3; V-40")
        .token("expired", s -> envelope(s).around(s.signed(s.draft().claim("exp", s.now() - 600))))
        .token("with blanks", s -> envelope(s).around(" " + s.genuine()))
        .token("with a line end", s -> envelope(s).around(s.genuine() + "\n"))
        .token("with a NUL", s -> envelope(s).around(s.genuine() + "\0"))
        .token("twice", s -> envelope(s).around(s.genuine() + "." + s.genuine()))
        .token("in quotes", s -> envelope(s).around("\"" + s.genuine() + "\""))
        .token(
            "with crit",
            s ->
                envelope(s)
                    .around(s.signed(s.draft().header("crit", List.of("x")).header("x", 1))));
  }

  private static Attack nested() {
    return attack("env-nested", "an encrypted token inside", "RFC 7519 A.2; V-40")
        .token("twice", s -> envelope(s).around(envelope(s).around(s.genuine())))
        .token(
            "three times",
            s -> envelope(s).around(envelope(s).around(envelope(s).around(s.genuine()))))
        .token(
            "inside of a signed one",
            s ->
                s.signed(
                    s.draft()
                        .header("cty", "JWT")
                        .payloadText(t -> envelope(s).around(s.genuine()))));
  }

  private static Attack rsa15() {
    return attack(
            "env-rsa15",
            "by an encryption that tells whether its padding was good",
            "RFC 8725 3.2; V-40")
        .token("a good token", s -> envelope(s, "RSA1_5", CBC).around(s.genuine()))
        .token("GCM", s -> envelope(s, "RSA1_5", "A128GCM").around(s.genuine()));
  }

  private static Attack compressed() {
    return attack("env-zip", "compressed inside", "CVE-2024-29371; CVE-2024-28122; V-40")
        .token(
            "a good token", s -> envelope(s).header("zip", "DEF").around(Deflate.of(s.genuine())))
        .token("not indeed", s -> envelope(s).header("zip", "DEF").around(s.genuine()))
        .token(
            "a name that nobody knows", s -> envelope(s).header("zip", "GZIP").around(s.genuine()))
        .token("no name", s -> envelope(s).header("zip", Json.NULL).around(s.genuine()))
        .variant(
            "a bomb",
            s ->
                s.quickly(() -> s.denied(envelope(s).header("zip", "DEF").around(Deflate.bomb()))));
  }

  private static Attack extension() {
    return attack("env-crit", "an extension that has to be understood", "RFC 7516 4.1.13; V-13")
        .token(
            "one", s -> envelope(s).header("crit", List.of("x")).header("x", 1).around(s.genuine()))
        .token("none", s -> envelope(s).header("crit", List.of()).around(s.genuine()))
        .token("b64", s -> envelope(s).header("b64", false).around(s.genuine()));
  }

  private static Attack changed() {
    Attack attack = attack("env-changed", "a bit is another", "RFC 7516 5.2; CVE-2017-12973; V-40");
    for (String content : List.of(CBC, "A256GCM")) {
      for (int part : List.of(KEY_PART, IV, TEXT, TAG)) {
        attack.token(
            content + ", part " + (part + 1),
            s ->
                part(
                    envelope(s, "RSA-OAEP", content).around(s.genuine()),
                    part,
                    EnvelopeAttacks::flipped));
      }
    }
    return attack.token(
        "the header",
        s -> {
          String[] parts = envelope(s).around(s.genuine()).split("\\.");
          return Base64Url.of(Json.of(Map.of("alg", "RSA-OAEP", "enc", CBC, "x", 1)))
              + "."
              + String.join(".", Arrays.copyOfRange(parts, 1, parts.length));
        });
  }

  private static Attack shortened() {
    Attack attack =
        attack(
            "env-short",
            "tag, vector or key in another length",
            "RFC 7516 5.2; CVE-2017-12972; V-40");
    for (int part : List.of(KEY_PART, IV, TEXT, TAG)) {
      attack
          .token(
              "part " + (part + 1) + " shorter",
              s -> part(good(s), part, b -> Arrays.copyOf(b, b.length - 1)))
          .token(
              "part " + (part + 1) + " of four bytes",
              s -> part(good(s), part, b -> Arrays.copyOf(b, 4)))
          .token(
              "part " + (part + 1) + " longer",
              s -> part(good(s), part, b -> Arrays.copyOf(b, b.length + 16)));
    }
    return attack;
  }

  private static String good(Scene scene) {
    return envelope(scene, "RSA-OAEP", "A256GCM").around(scene.genuine());
  }

  private static Attack label() {
    return attack("env-label", "alg or enc name another than was used", "RFC 8725 3.1; V-40")
        .tokens(
            List.of("RSA-OAEP-256", "RSA1_5", "dir", "ECDH-ES", "A128KW", "none"),
            (s, alg) -> envelope(s).header("alg", alg).around(s.genuine()))
        .tokens(
            List.of("A128GCM", "A256CBC-HS512", "A256GCM", "none"),
            (s, enc) -> envelope(s).header("enc", enc).around(s.genuine()));
  }

  private static Attack otherKeyId() {
    return attack("env-kid", "kid names no key of the receiver", "V-16; V-40")
        .tokens(
            List.of("unknown", "../recv", "' OR '1'='1", "", 1, Json.NULL, List.of("recv-1")),
            (s, kid) -> envelope(s).header("kid", kid).around(s.genuine()));
  }

  private static Attack otherContent() {
    return attack(
            "env-type", "the envelope says that something else is inside", "RFC 7519 5.2; V-31")
        .tokens(
            List.of("json", "text/plain", "JWE", "", 1),
            (s, cty) -> envelope(s).header("cty", cty).around(s.genuine()))
        .tokens(
            List.of("at+jwt", "JWS", "", 1),
            (s, typ) -> envelope(s).header("typ", typ).around(s.genuine()));
  }

  private static Attack replay() {
    return attack("env-replay", "a used token in a new envelope", "V-29")
        .variant(
            "used bare",
            s -> replayed(s, UnaryOperator.identity(), token -> envelope(s).around(token)))
        .variant(
            "used in another",
            s ->
                replayed(s, token -> envelope(s).around(token), token -> envelope(s).around(token)))
        .variant(
            "taken out",
            s -> replayed(s, token -> envelope(s).around(token), UnaryOperator.identity()));
  }

  private static Outcome replayed(
      Scene scene, UnaryOperator<String> first, UnaryOperator<String> second) throws IOException {
    String token = scene.genuine();
    return scene.accepted(first.apply(token)).and(() -> scene.denied(second.apply(token)));
  }

  private static String part(String token, int index, UnaryOperator<byte[]> change) {
    String[] parts = token.split("\\.");
    parts[index] = Base64Url.of(change.apply(Base64Url.bytes(parts[index])));
    return String.join(".", parts);
  }

  private static byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    flipped[bytes.length / 2] ^= 1;
    return flipped;
  }
}
