package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.ENCRYPTION;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.RECEIVER_KEY;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Deflate;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;

/** Encrypted to the receiver's public key, as everybody can who knows it. */
public final class EnvelopeAttacks {
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
        replay());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(ENCRYPTION, id, description, source).needs(KEY, RECEIVER_KEY);
  }

  private static Attack good() {
    return attack("jwe-good", "an encrypted launch that is good: it has to get in", "HTI:jwe")
        .variant("RSA-OAEP", s -> s.accepted(Envelope.of(s).around(s.genuine())))
        .variant(
            "RSA-OAEP-256, GCM",
            s -> s.accepted(Envelope.of(s, "RSA-OAEP-256", "A256GCM").around(s.genuine())));
  }

  private static Attack unsigned() {
    return attack("env-unsigned", "an unsigned token inside", "CVE-2026-29000; V-40")
        .token(
            "alg none",
            s -> Envelope.of(s).around(s.draft().header("alg", "none").withSignature(new byte[0])))
        .token(
            "an empty signature", s -> Envelope.of(s).around(s.draft().withSignature(new byte[0])))
        .token("two parts", s -> Envelope.of(s).around(s.draft().input()));
  }

  private static Attack claims() {
    return attack("env-claims", "bare claims inside", "CVE-2026-29000; V-40")
        .token("under cty JWT", s -> Envelope.of(s).around(s.draft().payloadText()))
        .token(
            "under cty json",
            s -> Envelope.of(s).header("cty", "json").around(s.draft().payloadText()))
        .token("encoded", s -> Envelope.of(s).around(s.draft().encodedPayload()))
        .token("nothing", s -> Envelope.of(s).around(""))
        .token(
            "claims in the header, too",
            s ->
                Envelope.of(s)
                    .header("iss", s.setup().issuer().orElse("x"))
                    .around(s.draft().payloadText()));
  }

  private static Attack forged() {
    return attack("env-forged", "a token by a key of the attacker inside", "CVE-2026-29000; V-40")
        .token("of the same kind", s -> Envelope.of(s).around(s.forged()))
        .token(
            "HS256",
            s ->
                Envelope.of(s)
                    .around(s.draft().header("alg", "HS256").signedBy(s.own().signer("HS256"))));
  }

  private static Attack faulty() {
    return attack("env-faulty", "a faulty token inside", "V-3; V-40")
        .token(
            "expired", s -> Envelope.of(s).around(s.signed(s.draft().claim("exp", s.now() - 600))))
        .token("with blanks", s -> Envelope.of(s).around(" " + s.genuine()))
        .token("with a line end", s -> Envelope.of(s).around(s.genuine() + "\n"))
        .token("with a NUL", s -> Envelope.of(s).around(s.genuine() + "\0"))
        .token("twice", s -> Envelope.of(s).around(s.genuine() + "." + s.genuine()))
        .token("in quotes", s -> Envelope.of(s).around("\"" + s.genuine() + "\""))
        .token(
            "with crit",
            s ->
                Envelope.of(s)
                    .around(s.signed(s.draft().header("crit", List.of("x")).header("x", 1))));
  }

  private static Attack nested() {
    return attack("env-nested", "an encrypted token inside", "RFC 7519 A.2; V-40")
        .token("twice", s -> Envelope.of(s).around(Envelope.of(s).around(s.genuine())))
        .token(
            "three times",
            s -> Envelope.of(s).around(Envelope.of(s).around(Envelope.of(s).around(s.genuine()))))
        .token(
            "inside of a signed one",
            s ->
                s.signed(
                    s.draft()
                        .header("cty", "JWT")
                        .payloadText(t -> Envelope.of(s).around(s.genuine()))));
  }

  private static Attack rsa15() {
    return attack(
            "env-rsa15",
            "by an encryption that tells whether its padding was good",
            "RFC 8725 3.2; V-40")
        .token("a good token", s -> Envelope.of(s, "RSA1_5", Envelope.CBC).around(s.genuine()))
        .token("GCM", s -> Envelope.of(s, "RSA1_5", "A128GCM").around(s.genuine()));
  }

  private static Attack compressed() {
    return attack("env-zip", "compressed inside", "CVE-2024-29371; CVE-2024-28122; V-40")
        .token(
            "a good token",
            s -> Envelope.of(s).header("zip", "DEF").around(Deflate.of(s.genuine())))
        .token("not indeed", s -> Envelope.of(s).header("zip", "DEF").around(s.genuine()))
        .token(
            "a name that nobody knows",
            s -> Envelope.of(s).header("zip", "GZIP").around(s.genuine()))
        .token("no name", s -> Envelope.of(s).header("zip", Json.NULL).around(s.genuine()))
        .variant(
            "a bomb",
            s ->
                s.quickly(
                    () -> s.denied(Envelope.of(s).header("zip", "DEF").around(Deflate.bomb()))));
  }

  private static Attack replay() {
    return attack("env-replay", "a used token in a new envelope", "V-29")
        .variant(
            "used bare",
            s -> replayed(s, UnaryOperator.identity(), token -> Envelope.of(s).around(token)))
        .variant(
            "used in another",
            s ->
                replayed(
                    s,
                    token -> Envelope.of(s).around(token),
                    token -> Envelope.of(s).around(token)))
        .variant(
            "taken out",
            s -> replayed(s, token -> Envelope.of(s).around(token), UnaryOperator.identity()));
  }

  private static Outcome replayed(
      Scene scene, UnaryOperator<String> first, UnaryOperator<String> second) throws IOException {
    String token = scene.genuine();
    return scene.accepted(first.apply(token)).and(() -> scene.denied(second.apply(token)));
  }
}
