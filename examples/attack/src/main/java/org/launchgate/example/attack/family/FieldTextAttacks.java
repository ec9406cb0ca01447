package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.launchgate.example.attack.trial.Family.CARRIER;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.List;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Request;

/** Fields that two readers read as two things, or that cost work. */
public final class FieldTextAttacks {
  private static final String ONE = "V-1";

  private FieldTextAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        nothing(),
        escapes(),
        escapesBeside(),
        rawBytes(),
        pollution(),
        tooLarge(),
        veryLarge(),
        manyFields());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(CARRIER, id, description, source).needs(KEY);
  }

  private static Attack nothing() {
    return attack("car-empty", "no token at all", ONE)
        .variant("no query", s -> s.refused(Fields.none(s)))
        .variant("an empty query", s -> s.refused(Fields.query(s, "")))
        .variant("an empty field", s -> s.refused(Fields.query(s, s.profile().field() + "=")))
        .variant("a blank", s -> s.refused(Fields.query(s, s.profile().field() + "=%20")))
        .variant("an empty form", s -> s.refused(s.formBody("")))
        .variant("an empty field of a form", s -> s.refused(s.formBody(s.profile().field() + "=")))
        .variant(
            "a POST without anything",
            s -> s.refused(Request.of("POST", s.setup().path()).with("Content-Length", "0")));
  }

  private static Attack escapes() {
    return attack("car-escape", "a good token and an escape that is none", "RFC 3986 2.1; V-4")
        .variant("%zz", s -> s.refused(behind(s, "%zz")))
        .variant("%", s -> s.refused(behind(s, "%")))
        .variant("%4", s -> s.refused(behind(s, "%4")))
        .variant("%u0041", s -> s.refused(behind(s, "%u0041")))
        .variant("%00", s -> s.refused(behind(s, "%00")))
        .variant("%c0%ae", s -> s.refused(behind(s, "%c0%ae")))
        .variant("%ff", s -> s.refused(behind(s, "%ff")))
        .variant("%0a", s -> s.refused(behind(s, "%0a")));
  }

  private static Request behind(Scene scene, String more) {
    return scene.formBody(scene.profile().field() + "=" + scene.genuine() + more);
  }

  private static Attack escapesBeside() {
    return attack(
            "car-escape-beside", "an unreadable field beside a good token", "RFC 3986 2.1; V-4")
        .variant("in a form", s -> s.refused(s.formBody(Fields.of(s, s.genuine()) + "&x=%zz")))
        .variant(
            "in a form's name", s -> s.refused(s.formBody("%c0%af=1&" + Fields.of(s, s.genuine()))))
        .variant(
            "in the query of a POST",
            s -> s.refused(s.form(s.genuine()).withTarget(s.setup().path() + "?x=%zz")));
  }

  private static Attack rawBytes() {
    return attack("car-raw", "bytes that should have been escaped", "RFC 3986 2; V-4")
        .variant("UTF-8", s -> s.refused(behind(s, "\u00e9")))
        .variant("a NUL", s -> s.refused(behind(s, "\0")))
        .variant("a line end", s -> s.refused(behind(s, "\r\n")))
        .variant("a blank", s -> s.refused(behind(s, " ")))
        .variant(
            "in a link",
            s -> s.refused(s.link("").withTarget(s.link(s.genuine()).target() + "\u00e9")));
  }

  private static Attack pollution() {
    return attack("car-pollution", "signs that some servers take for separators", ONE)
        .variant("a semicolon", s -> s.refused(behind(s, ";" + Fields.of(s, s.genuine()))))
        .variant(
            "an escaped ampersand", s -> s.refused(behind(s, "%26" + Fields.of(s, s.genuine()))))
        .variant("a comma", s -> s.refused(behind(s, "," + s.genuine())))
        .variant(
            "a second question mark",
            s -> s.refused(Fields.query(s, "x=1?" + Fields.of(s, s.genuine()))))
        .variant(
            "an escaped equals sign",
            s -> s.refused(s.formBody(s.profile().field() + "%3D" + s.genuine())))
        .variant(
            "two equals signs",
            s -> s.refused(s.formBody(s.profile().field() + "==" + s.genuine())));
  }

  private static Attack tooLarge() {
    return attack("car-large", "a good token that is too large", "V-1")
        .variant("12 KB of claims", s -> s.refused(s.form(padded(s, 12_500))))
        .variant("17 KB", s -> s.refused(s.form(padded(s, 17_000))))
        .variant("60 KB", s -> s.refused(s.form(padded(s, 60_000))))
        .variant(
            "in the header",
            s -> s.refused(s.form(s.signed(s.draft().header("x", "x".repeat(17_000))))))
        .variant("in a link", s -> s.refused(s.link(padded(s, 30_000))));
  }

  private static String padded(Scene scene, int length) {
    return scene.signed(scene.draft().claim("x", "x".repeat(length)));
  }

  private static Attack veryLarge() {
    return attack("car-huge", "a body of megabytes", "CWE-400; V-1")
        .variant("a token", s -> s.quickly(() -> s.refused(s.form("x".repeat(4_000_000)))))
        .variant("dots", s -> s.quickly(() -> s.refused(s.form(".".repeat(2_000_000)))))
        .variant(
            "another field",
            s ->
                s.quickly(
                    () ->
                        s.refused(
                            s.formBody(Fields.of(s, s.genuine()) + "&x=" + "x".repeat(2_000_000)))))
        .variant("chunks", s -> s.quickly(() -> s.refused(chunked(s, "x".repeat(2_000_000)))));
  }

  private static Request chunked(Scene scene, String text) {
    String body = Integer.toHexString(text.length()) + "\r\n" + text + "\r\n0\r\n\r\n";
    return Request.post(scene.setup().path(), Scene.FORM, body.getBytes(UTF_8))
        .with("Transfer-Encoding", "chunked");
  }

  private static Attack manyFields() {
    return attack("car-fields", "thousands of fields beside a good token", "CWE-400; V-1")
        .variant(
            "10000 fields",
            s ->
                s.quickly(
                    () -> s.refused(s.formBody("x=1&".repeat(10_000) + Fields.of(s, s.genuine())))))
        .variant(
            "colliding names",
            s -> s.quickly(() -> s.refused(s.formBody(colliding() + Fields.of(s, s.genuine())))));
  }

  // "Aa" and "BB" have one hash code, and so has everything that is made of as many of them.
  private static String colliding() {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < 4096; i++) {
      String bits = Integer.toBinaryString(4096 + i).substring(1);
      form.append(bits.replace("0", "Aa").replace("1", "BB")).append("=1&");
    }
    return form.toString();
  }
}
