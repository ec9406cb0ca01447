package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.ALGORITHM;
import static org.launchgate.example.attack.trial.Need.AGREED;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.token.Json.Raw;
import org.launchgate.example.attack.token.Signer;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.trial.Setup;

/** The token chooses by which algorithm it is checked. */
public final class AlgorithmAttacks {
  private static final byte[] NOTHING = {};

  private static final List<String> ALL =
      List.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
          "HS256", "HS384", "HS512");

  private AlgorithmAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        none(),
        noneSpelled(),
        noneUnderAGoodSignature(),
        absent(),
        noText(),
        unknown(),
        otherCase(),
        notAgreed(),
        label(),
        ownKey(),
        twoAlgorithms(),
        fromTheClaims());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(ALGORITHM, id, description, source);
  }

  private static Attack none() {
    return attack("alg-none", "alg is none", "RFC 8725 3.2; CVE-2015-2951; CVE-2022-23540; V-7")
        .token("without a signature", s -> none(s, "none", NOTHING))
        .token("with random bytes", s -> none(s, "none", new byte[64]))
        .token("without the last dot", s -> s.draft().header("alg", "none").input());
  }

  private static Attack noneSpelled() {
    return attack(
            "alg-none-spelled",
            "alg is none in another spelling",
            "RFC 8725 3.2; CVE-2018-1000531; V-7")
        .tokens(
            List.of("None", "NONE", "nOnE", "none ", " none", "\tnone", "none\0", "none\n"),
            (s, alg) -> none(s, alg, NOTHING))
        .token("escaped", s -> none(s, new Raw("\"n\\u006fne\""), NOTHING))
        .token("in full width", s -> none(s, "\uff4e\uff4f\uff4e\uff45", NOTHING))
        .token("with a Cyrillic o", s -> none(s, "n\u043ene", NOTHING))
        .token("None with random bytes", s -> none(s, "None", new byte[64]));
  }

  private static Attack noneUnderAGoodSignature() {
    return attack("alg-none-signed", "alg is none, and the signature is good", "RFC 8725 3.1; V-7")
        .needs(KEY)
        .tokens(
            List.of("none", "None", "NONE"), (s, alg) -> s.signed(s.draft().header("alg", alg)));
  }

  private static Attack absent() {
    return attack("alg-absent", "the header names no algorithm", "RFC 7515 4.1.1; V-7")
        .needs(KEY)
        .token("left out", s -> s.signed(s.draft().withoutHeader("alg")))
        .token("unsigned", s -> s.draft().withoutHeader("alg").withSignature(NOTHING))
        .token(
            "in another case",
            s -> s.signed(s.draft().withoutHeader("alg").header("Alg", s.algorithm())))
        .token(
            "in a prototype",
            s ->
                s.signed(
                    s.draft()
                        .withoutHeader("alg")
                        .header("__proto__", Map.of("alg", s.algorithm()))));
  }

  private static Attack noText() {
    return attack("alg-type", "alg is no text", "RFC 7515 4.1.1; V-7")
        .needs(KEY)
        .tokens(
            List.of(1, true, Json.NULL, List.of(), Map.of(), ""),
            (s, alg) -> s.signed(s.draft().header("alg", alg)))
        .token("a list", s -> s.signed(s.draft().header("alg", List.of(s.algorithm()))))
        .token(
            "a list with none",
            s -> s.signed(s.draft().header("alg", List.of("none", s.algorithm()))))
        .token("an object", s -> s.signed(s.draft().header("alg", Map.of("alg", s.algorithm()))));
  }

  private static Attack unknown() {
    return attack("alg-unknown", "alg is nobody's, or no signature's", "RFC 7518 3.1; V-7")
        .needs(KEY)
        .tokens(
            List.of(
                "RS1",
                "HS1",
                "MD5",
                "RS257",
                "RSA",
                "SHA256",
                "SHA256withRSA",
                "RSA-OAEP",
                "RSA1_5",
                "dir",
                "A128KW",
                "ES256K",
                "Ed448",
                "http://www.w3.org/2000/09/xmldsig#hmac-sha1"),
            (s, alg) -> s.signed(s.draft().header("alg", alg)));
  }

  private static Attack otherCase() {
    return attack("alg-spelled", "alg is almost the agreed one", "RFC 7515 4.1.1; V-7")
        .needs(KEY)
        .token("in lower case", s -> labelled(s, s.algorithm().toLowerCase(Locale.ROOT)))
        .token(
            "in mixed case",
            s ->
                labelled(
                    s,
                    s.algorithm().charAt(0) + s.algorithm().substring(1).toLowerCase(Locale.ROOT)))
        .token("with a blank after it", s -> labelled(s, s.algorithm() + " "))
        .token("with a blank before it", s -> labelled(s, " " + s.algorithm()))
        .token("with a NUL", s -> labelled(s, s.algorithm() + "\0"))
        .token("with a line end", s -> labelled(s, s.algorithm() + "\n"))
        .token("with more", s -> labelled(s, s.algorithm() + ",none"));
  }

  private static Attack notAgreed() {
    return attack(
            "alg-not-agreed",
            "the partner's key by an algorithm that was not agreed",
            "RFC 8725 3.1; V-7")
        .needs(KEY, AGREED)
        .<String>tokensOf(AlgorithmAttacks::notAgreed, (s, alg) -> by(s, s.signer().by(alg)));
  }

  private static List<String> notAgreed(Setup setup) {
    String own = setup.signer().map(Signer::algorithm).orElse("");
    return ALL.stream()
        .filter(algorithm -> kind(algorithm).equals(kind(own)))
        .filter(algorithm -> !setup.algorithms().contains(algorithm))
        .toList();
  }

  // By which algorithms one key can sign.
  private static String kind(String algorithm) {
    return switch (algorithm.replaceAll("[0-9]", "")) {
      case "RS", "PS" -> "RSA";
      case "HS" -> "HMAC";
      default -> algorithm;
    };
  }

  private static Attack label() {
    return attack("alg-label", "alg names another algorithm than signed", "RFC 8725 3.1; V-8")
        .needs(KEY)
        .<String>tokensOf(AlgorithmAttacks::others, AlgorithmAttacks::labelled);
  }

  private static List<String> others(Setup setup) {
    String own = setup.signer().map(Signer::algorithm).orElse("");
    return ALL.stream().filter(algorithm -> !algorithm.equals(own)).toList();
  }

  private static Attack ownKey() {
    return attack("alg-own-key", "signed by a key of the attacker, of any kind", "V-8; V-16")
        .tokens(ALL, (s, alg) -> by(s, s.own().signer(alg)));
  }

  private static Attack twoAlgorithms() {
    return attack("alg-twice", "the header names two algorithms", "RFC 7515 4; V-5")
        .needs(KEY)
        .token("none first", s -> prefixed(s, "\"alg\":\"none\","))
        .token("the same twice", s -> prefixed(s, "\"alg\":\"" + s.algorithm() + "\","))
        .token("HS256 first", s -> prefixed(s, "\"alg\":\"HS256\","))
        .token("escaped first", s -> prefixed(s, "\"a\\u006cg\":\"none\","))
        .token(
            "none last, unsigned",
            s ->
                s.draft()
                    .headerText(text -> text.replaceFirst("}$", ",\"alg\":\"none\"}"))
                    .withSignature(NOTHING));
  }

  private static Attack fromTheClaims() {
    return attack("alg-in-claims", "the algorithm stands among the claims", "RFC 7519 5.3; V-7")
        .token(
            "alg none",
            s -> s.draft().withoutHeader("alg").claim("alg", "none").withSignature(NOTHING))
        .token(
            "alg of an own key",
            s ->
                s.draft()
                    .withoutHeader("alg")
                    .claim("alg", s.algorithm())
                    .signedBy(s.own().signer(s.algorithm())));
  }

  private static String none(Scene scene, Object alg, byte[] signature) {
    return scene.draft().header("alg", alg).withSignature(signature);
  }

  private static String labelled(Scene scene, String alg) {
    return scene.signed(scene.draft().header("alg", alg));
  }

  private static String by(Scene scene, Signer signer) {
    return scene.draft().header("alg", signer.algorithm()).signedBy(signer);
  }

  private static String prefixed(Scene scene, String member) {
    return scene.signed(scene.draft().headerText(text -> "{" + member + text.substring(1)));
  }
}
