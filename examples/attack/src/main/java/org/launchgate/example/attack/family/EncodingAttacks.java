package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.ENCODING;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.Parts;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.trial.Shown;

/**
 * A good token in another spelling. Where header or payload are spelled otherwise, just that is
 * signed, so that the spelling is the only fault.
 */
public final class EncodingAttacks {
  private static final String SOURCE = "RFC 7515 2; RFC 4648 3; V-2";

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private EncodingAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        padding(),
        otherAlphabet(),
        trailingBits(),
        oddLength(),
        whiteSpaceAround(),
        whiteSpaceInside(),
        strangers());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(ENCODING, id, description, source).needs(KEY);
  }

  /** The same fault in each of the three parts. */
  private static Attack inEachPart(Attack attack, String name, UnaryOperator<String> spelling) {
    return attack
        .token(name + " in the header", s -> header(s, spelling))
        .token(name + " in the payload", s -> payload(s, spelling))
        .token(name + " in the signature", s -> signature(s, spelling));
  }

  private static String header(Scene scene, UnaryOperator<String> spelling) {
    Draft draft = scene.draft();
    return scene.signed(spelling.apply(draft.encodedHeader()), draft.encodedPayload());
  }

  private static String payload(Scene scene, UnaryOperator<String> spelling) {
    Draft draft = scene.draft();
    return scene.signed(draft.encodedHeader(), spelling.apply(draft.encodedPayload()));
  }

  private static String signature(Scene scene, UnaryOperator<String> spelling) {
    Parts parts = Parts.of(scene.genuine());
    return parts.withSignature(spelling.apply(parts.signature())).token();
  }

  private static Attack padding() {
    Attack attack = attack("enc-padding", "base64url with padding", SOURCE);
    inEachPart(attack, "as base64 has it", EncodingAttacks::padded);
    return inEachPart(attack, "too much", text -> text + "====");
  }

  private static String padded(String text) {
    return text + "=".repeat(Math.max(1, (4 - text.length() % 4) % 4));
  }

  private static Attack otherAlphabet() {
    Attack attack = attack("enc-alphabet", "base64 where base64url is asked", SOURCE);
    return attack
        .token("in the header", s -> withBoth(s, EncodingAttacks::inHeader))
        .token("in the payload", s -> withBoth(s, EncodingAttacks::inPayload))
        .token("in the signature", s -> withBoth(s, EncodingAttacks::inSignature));
  }

  /** The first of many good tokens that has what the other alphabet writes otherwise. */
  private static String withBoth(Scene scene, BiFunction<Scene, Integer, String> token) {
    for (int i = 0; i < 1000; i++) {
      String candidate = token.apply(scene, i);
      if (candidate.indexOf('+') >= 0 || candidate.indexOf('/') >= 0) {
        return candidate;
      }
    }
    throw new IllegalStateException("no token with such a digit");
  }

  private static String inHeader(Scene scene, int i) {
    Draft draft = scene.draft().header("x", "?>?~" + i);
    return scene.signed(base64(draft.encodedHeader()), draft.encodedPayload());
  }

  private static String inPayload(Scene scene, int i) {
    Draft draft = scene.draft().claim("x", "?>?~" + i);
    return scene.signed(draft.encodedHeader(), base64(draft.encodedPayload()));
  }

  private static String inSignature(Scene scene, int i) {
    return signature(scene, EncodingAttacks::base64);
  }

  private static String base64(String text) {
    return text.replace('-', '+').replace('_', '/');
  }

  private static Attack trailingBits() {
    return attack("enc-bits", "the last digit has bits that nobody reads", "RFC 4648 3.5; V-2")
        .token("in the header", EncodingAttacks::bitsInHeader)
        .token("in the payload", EncodingAttacks::bitsInPayload)
        .token("in the signature", s -> signature(s, EncodingAttacks::nextDigit));
  }

  private static String bitsInHeader(Scene scene) {
    Draft draft = scene.draft();
    for (String x = ""; draft.encodedHeader().length() % 4 == 0; x += "x") {
      draft.header("x", x);
    }
    return scene.signed(nextDigit(draft.encodedHeader()), draft.encodedPayload());
  }

  private static String bitsInPayload(Scene scene) {
    Draft draft = scene.draft();
    for (String x = ""; draft.encodedPayload().length() % 4 == 0; x += "x") {
      draft.claim("x", x);
    }
    return scene.signed(draft.encodedHeader(), nextDigit(draft.encodedPayload()));
  }

  // The spare bits of a last digit are zero in good tokens, so the next digit differs in them
  // alone.
  private static String nextDigit(String text) {
    char last = text.charAt(text.length() - 1);
    return text.substring(0, text.length() - 1) + DIGITS.charAt(DIGITS.indexOf(last) + 1);
  }

  private static Attack oddLength() {
    return inEachPart(
        attack("enc-length", "a part of a length that base64 never has", SOURCE),
        "a digit too many",
        text -> text + "A".repeat((5 - text.length() % 4) % 4));
  }

  private static Attack whiteSpaceAround() {
    Attack attack = attack("enc-blank-around", "blanks around the token", SOURCE);
    for (String blank : List.of(" ", "\t", "\n", "\r\n", "\u00a0", "\ufeff", "\0", "%20", "+")) {
      attack.tokens(List.of(blank), (s, b) -> s.genuine() + b);
      attack.tokens(List.of(blank), (s, b) -> b + s.genuine());
    }
    return attack;
  }

  private static Attack whiteSpaceInside() {
    Attack attack = attack("enc-blank-inside", "blanks inside of a part", SOURCE);
    for (String blank : List.of(" ", "\n", "\t")) {
      inEachPart(attack, Shown.of(blank), text -> middle(text, blank));
    }
    return attack
        .token("lines of 64", s -> s.genuine().replaceAll("(.{64})", "$1\n"))
        .token("lines of 76, folded", s -> s.genuine().replaceAll("(.{76})", "$1\r\n "));
  }

  private static Attack strangers() {
    Attack attack = attack("enc-stranger", "a character that no token has", SOURCE);
    for (String stranger :
        List.of("!", "\0", "~", "\u00e9", "\u200b", "%", "\uff21", ",", "\ud83d\ude00")) {
      inEachPart(attack, Shown.of(stranger), text -> middle(text, stranger));
    }
    return attack;
  }

  private static String middle(String text, String inserted) {
    int middle = text.length() / 2;
    return text.substring(0, middle) + inserted + text.substring(middle);
  }
}
