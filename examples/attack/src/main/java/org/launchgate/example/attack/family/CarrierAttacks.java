package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.launchgate.example.attack.trial.Family.CARRIER;
import static org.launchgate.example.attack.trial.Need.FORM_ONLY;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.QUERY;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Request;

/** Good tokens, carried where no profile carries them, or more than one. */
public final class CarrierAttacks {
  private static final String ONE = "V-1";

  private CarrierAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        twoInLink(),
        twoInForm(),
        twoUnderEscapedNames(),
        queryAndBody(),
        queryOfAPost(),
        formAsLink(),
        bodyOfAGet(),
        otherField(),
        almostField(),
        headers(),
        path(),
        fragment(),
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

  private static Request query(Scene scene, String query) {
    return Request.get(scene.setup().path() + "?" + query);
  }

  private static String field(Scene scene, String token) {
    return scene.profile().field() + "=" + Scene.encoded(token);
  }

  private static Attack twoInLink() {
    return attack("car-two-link", "two tokens in a link", ONE)
        .needs(QUERY)
        .variant(
            "two good ones",
            s -> s.refused(query(s, field(s, s.genuine()) + "&" + field(s, s.genuine()))))
        .variant("one twice", s -> twice(s, s.genuine()))
        .variant(
            "a bad one first",
            s -> s.refused(query(s, field(s, s.forged()) + "&" + field(s, s.genuine()))))
        .variant(
            "a bad one last",
            s -> s.refused(query(s, field(s, s.genuine()) + "&" + field(s, s.forged()))))
        .variant(
            "an empty one first",
            s -> s.refused(query(s, field(s, "") + "&" + field(s, s.genuine()))))
        .variant(
            "a bare name first",
            s -> s.refused(query(s, s.profile().field() + "&" + field(s, s.genuine()))));
  }

  private static Outcome twice(Scene scene, String token) throws IOException {
    return scene.refused(query(scene, field(scene, token) + "&" + field(scene, token)), token);
  }

  private static Attack twoInForm() {
    return attack("car-two-form", "two tokens in a form", ONE)
        .variant(
            "two good ones",
            s -> s.refused(s.formBody(field(s, s.genuine()) + "&" + field(s, s.genuine()))))
        .variant(
            "a bad one first",
            s -> s.refused(s.formBody(field(s, s.forged()) + "&" + field(s, s.genuine()))))
        .variant(
            "a bad one last",
            s -> s.refused(s.formBody(field(s, s.genuine()) + "&" + field(s, s.forged()))))
        .variant(
            "an empty one last",
            s -> s.refused(s.formBody(field(s, s.genuine()) + "&" + field(s, ""))));
  }

  private static Attack twoUnderEscapedNames() {
    return attack("car-two-escaped", "two tokens, one under an escaped name", ONE)
        .variant(
            "last",
            s ->
                s.refused(
                    s.formBody(
                        field(s, s.genuine())
                            + "&"
                            + escaped(s.profile().field())
                            + "="
                            + s.genuine())))
        .variant(
            "first",
            s ->
                s.refused(
                    s.formBody(
                        escaped(s.profile().field())
                            + "="
                            + s.forged()
                            + "&"
                            + field(s, s.genuine()))));
  }

  private static String escaped(String name) {
    return "%%%02x".formatted((int) name.charAt(0)) + name.substring(1);
  }

  private static Attack queryAndBody() {
    return attack("car-query-body", "a token in the query and one in the body", ONE)
        .variant("both good", s -> s.refused(both(s, s.genuine(), s.genuine())))
        .variant("the query's bad", s -> s.refused(both(s, s.forged(), s.genuine())))
        .variant("the body's bad", s -> s.refused(both(s, s.genuine(), s.forged())))
        .variant("the query's empty", s -> s.refused(both(s, "", s.genuine())));
  }

  private static Request both(Scene scene, String query, String body) {
    return scene.form(body).withTarget(scene.setup().path() + "?" + field(scene, query));
  }

  private static Attack queryOfAPost() {
    return attack("car-post-query", "a POST with its token in the query", ONE)
        .variant("an empty form", s -> s.refused(inQuery(s, "")))
        .variant("another field in the form", s -> s.refused(inQuery(s, "x=1")));
  }

  private static Request inQuery(Scene scene, String body) {
    return scene
        .formBody(body)
        .withTarget(scene.setup().path() + "?" + field(scene, scene.genuine()));
  }

  private static Attack formAsLink() {
    return attack(
            "car-link",
            "a link with what only a form may carry",
            "HTI, exchange; ExorLive, the POST-call; V-37")
        .needs(FORM_ONLY)
        .variant("GET", s -> s.refused(s.link(s.genuine())))
        .variant(
            "GET with the method of a form",
            s -> s.refused(query(s, "_method=POST&" + field(s, s.genuine()))))
        .variant(
            "GET with another method in a header",
            s -> s.refused(s.link(s.genuine()).with("X-HTTP-Method-Override", "POST")));
  }

  private static Attack bodyOfAGet() {
    return attack("car-get-body", "a GET with a form in its body", "RFC 9110 9.3.1; V-37")
        .variant("alone", s -> s.refused(s.form(s.genuine()).withMethod("GET")))
        .variant(
            "beside a bad link",
            s ->
                s.refused(
                    s.form(s.genuine()).withMethod("GET").withTarget(s.link(s.forged()).target())));
  }

  private static Attack otherField() {
    return attack("car-field", "a good token in another field", ONE)
        .variant("jwt", s -> s.refused(named(s, "jwt")))
        .variant("id_token", s -> s.refused(named(s, "id_token")))
        .variant("access_token", s -> s.refused(named(s, "access_token")))
        .variant("assertion", s -> s.refused(named(s, "assertion")))
        .variant("SAMLResponse", s -> s.refused(named(s, "SAMLResponse")))
        .variant("ticket", s -> s.refused(named(s, "ticket")))
        .variant("code", s -> s.refused(named(s, "code")))
        .variant(
            "another profile's",
            s -> s.refused(named(s, s.profile().field().equals("token") ? "payload" : "token")))
        .variant("no name", s -> s.refused(named(s, "")));
  }

  private static Attack almostField() {
    return attack("car-almost", "a good token in almost its field", ONE)
        .variant(
            "upper case", s -> s.refused(named(s, s.profile().field().toUpperCase(Locale.ROOT))))
        .variant("a list's", s -> s.refused(named(s, s.profile().field() + "[]")))
        .variant("a list's first", s -> s.refused(named(s, s.profile().field() + "[0]")))
        .variant("a blank behind", s -> s.refused(named(s, s.profile().field() + "+")))
        .variant("a blank before", s -> s.refused(named(s, "%20" + s.profile().field())))
        .variant("a NUL behind", s -> s.refused(named(s, s.profile().field() + "%00")))
        .variant("a dot more", s -> s.refused(named(s, s.profile().field() + ".value")));
  }

  private static Request named(Scene scene, String name) {
    return scene.formBody(name + "=" + scene.genuine());
  }

  private static Attack headers() {
    return attack("car-header", "a good token in a header", ONE)
        .variant(
            "Authorization",
            s -> s.refused(empty(s).with("Authorization", "Bearer " + s.genuine())))
        .variant(
            "Cookie",
            s -> s.refused(empty(s).with("Cookie", s.profile().field() + "=" + s.genuine())))
        .variant("its own", s -> s.refused(empty(s).with(s.profile().field(), s.genuine())))
        .variant("X-JWT-Assertion", s -> s.refused(empty(s).with("X-JWT-Assertion", s.genuine())));
  }

  private static Request empty(Scene scene) {
    return Request.get(scene.setup().path());
  }

  private static Attack path() {
    return attack("car-path", "a good token in the path", ONE)
        .variant("a step", s -> s.refused(Request.get(s.setup().path() + "/" + s.genuine())))
        .variant(
            "a parameter",
            s -> s.refused(Request.get(s.setup().path() + ";" + field(s, s.genuine()))))
        .variant(
            "a parameter of a POST",
            s ->
                s.refused(
                    s.formBody("x=1").withTarget(s.setup().path() + ";" + field(s, s.genuine()))));
  }

  private static Attack fragment() {
    return attack("car-fragment", "a good token in a fragment", "RFC 9112 3.2; V-1")
        .variant(
            "alone", s -> s.refused(Request.get(s.setup().path() + "#" + field(s, s.genuine()))))
        .variant(
            "behind an empty query",
            s -> s.refused(Request.get(s.setup().path() + "?#" + field(s, s.genuine()))));
  }

  private static Attack nothing() {
    return attack("car-empty", "no token at all", ONE)
        .variant("no query", s -> s.refused(empty(s)))
        .variant("an empty query", s -> s.refused(query(s, "")))
        .variant("an empty field", s -> s.refused(query(s, s.profile().field() + "=")))
        .variant("a blank", s -> s.refused(query(s, s.profile().field() + "=%20")))
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
        .variant("in a form", s -> s.refused(s.formBody(field(s, s.genuine()) + "&x=%zz")))
        .variant(
            "in a form's name", s -> s.refused(s.formBody("%c0%af=1&" + field(s, s.genuine()))))
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
        .variant("a semicolon", s -> s.refused(behind(s, ";" + field(s, s.genuine()))))
        .variant("an escaped ampersand", s -> s.refused(behind(s, "%26" + field(s, s.genuine()))))
        .variant("a comma", s -> s.refused(behind(s, "," + s.genuine())))
        .variant("a second question mark", s -> s.refused(query(s, "x=1?" + field(s, s.genuine()))))
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
                            s.formBody(field(s, s.genuine()) + "&x=" + "x".repeat(2_000_000)))))
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
                    () -> s.refused(s.formBody("x=1&".repeat(10_000) + field(s, s.genuine())))))
        .variant(
            "colliding names",
            s -> s.quickly(() -> s.refused(s.formBody(colliding() + field(s, s.genuine())))));
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
