package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.HEADER;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.List;
import java.util.Map;
import org.launchgate.example.attack.token.Base64Url;
import org.launchgate.example.attack.token.Deflate;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;

/** The header says that the token means something else, or is no header. Signed by the partner. */
public final class HeaderAttacks {
  private HeaderAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        critical(),
        criticalForm(),
        unencoded(),
        compressed(),
        contentType(),
        nested(),
        type(),
        typeForm(),
        duplicate(),
        noObject(),
        swapped());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(HEADER, id, description, source).needs(KEY);
  }

  private static Attack critical() {
    return attack(
            "hdr-crit",
            "an extension that has to be understood",
            "RFC 7515 4.1.11; CVE-2025-59420; V-13")
        .tokens(
            List.of("exp", "x", "b64", "alg", "kid", "http://example.com/unknown", ""),
            (s, name) -> s.signed(s.draft().header("crit", List.of(name)).header(name, true)))
        .token("that is not there", s -> s.signed(s.draft().header("crit", List.of("x"))))
        .token("twice", s -> s.signed(s.draft().header("crit", List.of("x", "x")).header("x", 1)));
  }

  private static Attack criticalForm() {
    return attack("hdr-crit-form", "crit is no list of names", "RFC 7515 4.1.11; V-13")
        .tokens(
            List.of(
                List.of(), "x", 1, true, Json.NULL, Map.of(), List.of(1), List.of(List.of("x"))),
            (s, crit) -> s.signed(s.draft().header("crit", crit)));
  }

  private static Attack unencoded() {
    return attack("hdr-b64", "the payload is said to be unencoded", "RFC 7797 7; V-14")
        .token("false", s -> s.signed(s.draft().header("b64", false)))
        .token("false and critical", s -> s.signed(critical(s.draft()).header("b64", false)))
        .token("true and critical", s -> s.signed(critical(s.draft()).header("b64", true)))
        .tokens(List.of("false", 0, Json.NULL), (s, b64) -> s.signed(s.draft().header("b64", b64)))
        .token(
            "payload unencoded indeed",
            s -> {
              Draft draft = critical(s.draft()).header("b64", false);
              return s.signed(draft.encodedHeader(), draft.payloadText());
            });
  }

  private static Draft critical(Draft draft) {
    return draft.header("crit", List.of("b64"));
  }

  private static Attack compressed() {
    return attack("hdr-zip", "the payload is compressed", "RFC 8725 3.6; CVE-2024-28176; V-40")
        .token("indeed", s -> s.signed(zipped(s.draft().header("zip", "DEF"))))
        .token("indeed, without zip", s -> s.signed(zipped(s.draft())))
        .tokens(
            List.of("DEF", "GZIP", "", 1, Json.NULL),
            (s, zip) -> s.signed(s.draft().header("zip", zip)))
        .token(
            "a bomb", s -> s.signed(s.draft().header("zip", "DEF").payloadBytes(Deflate.bomb())));
  }

  private static Draft zipped(Draft draft) {
    return draft.payloadBytes(Deflate.of(draft.payloadText()));
  }

  private static Attack contentType() {
    return attack("hdr-cty", "the payload is said to be a token", "RFC 7519 5.2; V-3")
        .tokens(
            List.of("JWT", "jwt", "application/jwt", "JOSE", "json", "", 1, Json.NULL),
            (s, cty) -> s.signed(s.draft().header("cty", cty)));
  }

  private static Attack nested() {
    return attack("hdr-nested", "the payload is a token indeed", "RFC 7519 5.2; V-3")
        .token("with cty", s -> s.signed(inside(s.draft().header("cty", "JWT"), s.genuine())))
        .token("without cty", s -> s.signed(inside(s.draft(), s.genuine())))
        .token(
            "around an unsigned one",
            s ->
                s.signed(
                    inside(
                        s.draft().header("cty", "JWT"),
                        s.draft().header("alg", "none").withSignature(new byte[0]))))
        .token(
            "by an own key around a good one",
            s ->
                inside(s.draft().header("cty", "JWT"), s.genuine())
                    .signedBy(s.own().signer(s.algorithm())))
        .token(
            "in a JSON text",
            s -> s.signed(s.draft().payloadText(text -> "\"" + s.genuine() + "\"")));
  }

  private static Draft inside(Draft outer, String inner) {
    return outer.payloadText(text -> inner);
  }

  private static Attack type() {
    return attack("hdr-typ", "a token of another kind", "RFC 8725 3.11; V-31")
        .tokens(
            List.of(
                "at+jwt",
                "application/at+jwt",
                "id_token",
                "dpop+jwt",
                "logout+jwt",
                "secevent+jwt",
                "JOSE",
                "JOSE+JSON",
                "JWE",
                "JWS",
                "kb+jwt",
                "refresh"),
            (s, typ) -> s.signed(s.draft().header("typ", typ)));
  }

  private static Attack typeForm() {
    return attack("hdr-typ-form", "typ is no text that shows", "RFC 7515 4.1.9; V-31")
        .tokens(
            List.of(
                1,
                true,
                Json.NULL,
                List.of("JWT"),
                Map.of(),
                "",
                " ",
                "JWT ",
                "JWT\0",
                "\u202eTWJ"),
            (s, typ) -> s.signed(s.draft().header("typ", typ)));
  }

  private static Attack duplicate() {
    return attack("hdr-twice", "the header has a member twice", "RFC 7515 4; V-5")
        .token(
            "typ",
            s -> s.signed(s.draft().headerText(text -> "{\"typ\":\"JWT\"," + text.substring(1))))
        .token(
            "typ, escaped",
            s ->
                s.signed(
                    s.draft().headerText(text -> "{\"\\u0074yp\":\"JWT\"," + text.substring(1))))
        .token(
            "one that nobody knows",
            s -> s.signed(s.draft().headerText(text -> "{\"x\":1,\"x\":1," + text.substring(1))))
        .token(
            "inside of one",
            s ->
                s.signed(
                    s.draft().headerText(text -> "{\"x\":{\"y\":1,\"y\":2}," + text.substring(1))));
  }

  private static Attack noObject() {
    return attack("hdr-no-object", "the header is no JSON object", "RFC 7515 4; V-6")
        .tokens(
            List.of(
                "[]", "\"RS256\"", "1", "null", "true", "{}", " ", "{", "}", "alg=RS256", "<x/>"),
            (s, text) -> s.signed(s.draft().headerText(good -> text)))
        .token("in a list", s -> s.signed(s.draft().headerText(text -> "[" + text + "]")))
        .token("in a text", s -> s.signed(s.draft().headerText(Json::of)))
        .token("encoded twice", s -> s.signed(s.draft().headerText(Base64Url::of)));
  }

  private static Attack swapped() {
    return attack("hdr-swapped", "header and payload in each other's place", "RFC 7515 7.1; V-6")
        .token("swapped", s -> s.signed(s.draft().encodedPayload(), s.draft().encodedHeader()))
        .token(
            "the header twice", s -> s.signed(s.draft().encodedHeader(), s.draft().encodedHeader()))
        .token(
            "the payload twice",
            s -> s.signed(s.draft().encodedPayload(), s.draft().encodedPayload()));
  }
}
