package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.ENCODING;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.launchgate.example.attack.token.Base64Url;
import org.launchgate.example.attack.token.Parts;
import org.launchgate.example.attack.trial.Attack;

/** Not the three parts that a token has, or more than a token. */
public final class PartsAttacks {
  private static final String SOURCE = "RFC 7515 2; RFC 4648 3; V-2";

  private PartsAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(wrapped(), parts(), dots(), emptyParts(), otherDots(), wholeAgain(), jsonForm());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(ENCODING, id, description, source).needs(KEY);
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
