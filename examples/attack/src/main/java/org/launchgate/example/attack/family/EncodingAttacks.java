package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.ENCODING;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.launchgate.example.attack.token.Base64Url;
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
        strangers(),
        wrapped(),
        parts(),
        dots(),
        emptyParts(),
        otherDots(),
        wholeAgain(),
        jsonForm());
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

  private static Attack wrapped() {
    return attack("enc-wrapped", "more than the token", SOURCE)
        .tokens(
            List.of(
                "Bearer %s",
                "JWT %s",
                "\"%s\"",
                "'%s'",
                "<%s>",
                "[%s]",
                "%s;",
                "%s,",
                "token=%s",
                "%s#",
                "%s?x=1"),
            (s, frame) -> frame.formatted(s.genuine()))
        .token("two at once", s -> s.genuine() + "," + s.genuine())
        .token("two at once, by a blank", s -> s.genuine() + " " + s.genuine());
  }

  private static Attack parts() {
    return attack("enc-parts", "more parts than three, or fewer", "RFC 7515 7.1; V-2")
        .token("a dot behind", s -> s.genuine() + ".")
        .token("a dot before", s -> "." + s.genuine())
        .token("a fourth part", s -> s.genuine() + ".AAAA")
        .token("two parts more", s -> s.genuine() + ".AAAA.AAAA")
        .token("three parts more", s -> s.genuine() + "." + s.genuine())
        .token("a part before", s -> "AAAA." + s.genuine())
        .token("no dots", s -> s.genuine().replace(".", ""))
        .token("two dots together", s -> s.genuine().replaceFirst("\\.", ".."));
  }

  private static Attack dots() {
    return Attack.of(
            ENCODING, "enc-dots", "nothing but dots", "CVE-2025-27144; CVE-2025-30204; V-1")
        .tokens(List.of(1, 2, 3, 4, 5, 100, 5000), (s, n) -> ".".repeat(n));
  }

  private static Attack emptyParts() {
    return attack("enc-empty", "a part is empty", "RFC 7515 7.1; V-2")
        .token("the header", s -> s.signed("", s.draft().encodedPayload()))
        .token("the payload", s -> s.signed(s.draft().encodedHeader(), ""))
        .token("header and payload", s -> s.signed("", ""))
        .token("the payload, detached", s -> Parts.of(s.genuine()).withPayload("").token());
  }

  private static Attack otherDots() {
    return attack("enc-other-dots", "parts that something else divides", "RFC 7515 7.1; V-2")
        .tokens(
            List.of("\u3002", "\uff0e", "\u2024", ",", "~", " ", "%2E", "/", ":"),
            (s, dot) -> s.genuine().replace(".", dot));
  }

  private static Attack wholeAgain() {
    return attack("enc-again", "the whole token encoded once more", SOURCE)
        .token("base64url", s -> Base64Url.of(s.genuine()))
        .token("percent", s -> percent(s.genuine()))
        .token("JSON text", s -> "\"" + s.genuine() + "\"")
        .token("in upper case", s -> s.genuine().toUpperCase(Locale.ROOT))
        .token("each part once more", s -> eachPart(s.genuine()));
  }

  private static String percent(String text) {
    return text.chars().mapToObj("%%%02X"::formatted).collect(Collectors.joining());
  }

  private static String eachPart(String token) {
    Parts parts = Parts.of(token);
    return Base64Url.of(parts.header())
        + "."
        + Base64Url.of(parts.payload())
        + "."
        + Base64Url.of(parts.signature());
  }

  private static Attack jsonForm() {
    return attack("enc-json", "the JSON form of a good token", "RFC 7515 7.2; CVE-2022-39227; V-3")
        .token("flattened", s -> flattened(Parts.of(s.genuine())))
        .token("general", s -> general(Parts.of(s.genuine())))
        .token("a token that is JSON, too", s -> "{\"protected\":\"" + s.genuine() + "\"}")
        .token("JSON in front of a token", s -> "{\"a\":\"." + s.genuine() + ".\"}");
  }

  private static String flattened(Parts parts) {
    return "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}"
        .formatted(parts.payload(), parts.header(), parts.signature());
  }

  private static String general(Parts parts) {
    return "{\"payload\":\"%s\",\"signatures\":[{\"protected\":\"%s\",\"signature\":\"%s\"}]}"
        .formatted(parts.payload(), parts.header(), parts.signature());
  }
}
