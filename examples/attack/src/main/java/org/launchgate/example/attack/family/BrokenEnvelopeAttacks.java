package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.ENCRYPTION;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.RECEIVER_KEY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Base64Url;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** Encrypted to the receiver, and broken. */
public final class BrokenEnvelopeAttacks {
  private static final int KEY_PART = 1;

  private static final int IV = 2;

  private static final int TEXT = 3;

  private static final int TAG = 4;

  private BrokenEnvelopeAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(changed(), shortened(), label(), otherKeyId(), otherContent(), extension());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(ENCRYPTION, id, description, source).needs(KEY, RECEIVER_KEY);
  }

  private static Attack extension() {
    return attack("env-crit", "an extension that has to be understood", "RFC 7516 4.1.13; V-13")
        .token(
            "one",
            s -> Envelope.of(s).header("crit", List.of("x")).header("x", 1).around(s.genuine()))
        .token("none", s -> Envelope.of(s).header("crit", List.of()).around(s.genuine()))
        .token("b64", s -> Envelope.of(s).header("b64", false).around(s.genuine()));
  }

  private static Attack changed() {
    Attack attack = attack("env-changed", "a bit is another", "RFC 7516 5.2; CVE-2017-12973; V-40");
    for (String content : List.of(Envelope.CBC, "A256GCM")) {
      for (int part : List.of(KEY_PART, IV, TEXT, TAG)) {
        attack.token(
            content + ", part " + (part + 1),
            s ->
                part(
                    Envelope.of(s, "RSA-OAEP", content).around(s.genuine()),
                    part,
                    BrokenEnvelopeAttacks::flipped));
      }
    }
    return attack.token(
        "the header",
        s -> {
          String[] parts = Envelope.of(s).around(s.genuine()).split("\\.", -1);
          return Base64Url.of(Json.of(Map.of("alg", "RSA-OAEP", "enc", Envelope.CBC, "x", 1)))
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

  private static Attack label() {
    return attack("env-label", "alg or enc name another than was used", "RFC 8725 3.1; V-40")
        .tokens(
            List.of("RSA-OAEP-256", "RSA1_5", "dir", "ECDH-ES", "A128KW", "none"),
            (s, alg) -> Envelope.of(s).header("alg", alg).around(s.genuine()))
        .tokens(
            List.of("A128GCM", "A256CBC-HS512", "A256GCM", "none"),
            (s, enc) -> Envelope.of(s).header("enc", enc).around(s.genuine()));
  }

  private static Attack otherKeyId() {
    return attack("env-kid", "kid names no key of the receiver", "V-16; V-40")
        .tokens(
            List.of("unknown", "../recv", "' OR '1'='1", "", 1, Json.NULL, List.of("recv-1")),
            (s, kid) -> Envelope.of(s).header("kid", kid).around(s.genuine()));
  }

  private static Attack otherContent() {
    return attack(
            "env-type", "the envelope says that something else is inside", "RFC 7519 5.2; V-31")
        .tokens(
            List.of("json", "text/plain", "JWE", "", 1),
            (s, cty) -> Envelope.of(s).header("cty", cty).around(s.genuine()))
        .tokens(
            List.of("at+jwt", "JWS", "", 1),
            (s, typ) -> Envelope.of(s).header("typ", typ).around(s.genuine()));
  }

  private static String part(String token, int index, UnaryOperator<byte[]> change) {
    String[] parts = token.split("\\.", -1);
    parts[index] = Base64Url.of(change.apply(Base64Url.bytes(parts[index])));
    return String.join(".", parts);
  }

  private static byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    flipped[bytes.length / 2] ^= 1;
    return flipped;
  }

  private static String good(Scene scene) {
    return Envelope.of(scene, "RSA-OAEP", "A256GCM").around(scene.genuine());
  }
}
