package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.JSON;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.List;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** Claims in something that is almost JSON, and that two readers might read as two things. */
public final class JsonAttacks {
  private static final String STRICT = "RFC 8259 2; V-6";

  private static final String DUPLICATE = "RFC 7519 4; V-5";

  private JsonAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        duplicate(),
        duplicateEscaped(),
        duplicateInside(),
        trailingComma(),
        comments(),
        noObject(),
        cutOff(),
        separators(),
        blanks(),
        otherFormats(),
        hidden());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(JSON, id, description, source).needs(KEY);
  }

  private static String first(Scene scene, String member) {
    return Claims.changed(scene, text -> "{" + member + "," + text.substring(1));
  }

  private static Attack duplicate() {
    return attack("json-twice", "a claim twice", DUPLICATE)
        .token("another id first", s -> first(s, "\"jti\":\"1\""))
        .token("another id last", s -> Claims.last(s, "\"jti\":\"1\""))
        .token("another time last", s -> Claims.last(s, "\"iat\":" + s.now()))
        .token(
            "another user first",
            s -> first(s, member(s.profile().user(), s.profile().otherUser())))
        .token(
            "another user last",
            s -> Claims.last(s, member(s.profile().user(), s.profile().otherUser())))
        .token(
            "another patient last",
            s -> Claims.last(s, member(s.profile().patient(), s.profile().otherPatient())))
        .token("one that nobody knows", s -> Claims.last(s, "\"x\":1,\"x\":1"));
  }

  // A path in an object becomes the object, which is there already.
  private static String member(String path, String value) {
    int slash = path.indexOf('/');
    return slash < 0
        ? Json.of(path) + ":" + Json.of(value)
        : Json.of(path.substring(0, slash)) + ":{" + member(path.substring(slash + 1), value) + "}";
  }

  private static Attack duplicateEscaped() {
    return attack("json-twice-escaped", "a claim twice, once with escapes", DUPLICATE)
        .token("jti", s -> Claims.last(s, "\"\\u006ati\":\"1\""))
        .token("iat", s -> first(s, "\"\\u0069at\":1"))
        .token("all of it", s -> Claims.last(s, "\"\\u006A\\u0074\\u0069\":\"1\""))
        .token("a slash", s -> Claims.last(s, "\"a/b\":1,\"a\\/b\":2"));
  }

  private static Attack duplicateInside() {
    return attack("json-twice-inside", "a member twice inside of a claim", DUPLICATE)
        .token("in an object", s -> Claims.value(s, "{\"a\":1,\"a\":2}"))
        .token("in a list", s -> Claims.value(s, "[{\"a\":1,\"a\":2}]"))
        .token("deep", s -> Claims.value(s, "{\"a\":{\"b\":{\"c\":1,\"\\u0063\":2}}}"));
  }

  private static Attack trailingComma() {
    return attack("json-comma", "a comma too many, or none", STRICT)
        .token(
            "behind the last claim", s -> Claims.changed(s, text -> text.replaceFirst("}$", ",}")))
        .token("before the first", s -> Claims.changed(s, text -> "{," + text.substring(1)))
        .token("two", s -> Claims.changed(s, text -> text.replaceFirst(",", ",,")))
        .token("none", s -> Claims.changed(s, text -> text.replaceFirst(",", " ")))
        .token("in a list", s -> Claims.value(s, "[1,]"))
        .token("before a list's first", s -> Claims.value(s, "[,1]"))
        .token("in an object", s -> Claims.value(s, "{\"a\":1,}"));
  }

  private static Attack comments() {
    return attack("json-comment", "comments", STRICT)
        .token("/* */", s -> Claims.changed(s, text -> "{/* x */" + text.substring(1)))
        .token("//", s -> Claims.changed(s, text -> text + "// x"))
        .token("// and a line end", s -> Claims.changed(s, text -> "{// x\n" + text.substring(1)))
        .token("#", s -> Claims.changed(s, text -> "{# x\n" + text.substring(1)))
        .token("<!-- -->", s -> Claims.changed(s, text -> text + "<!-- x -->"));
  }

  private static Attack noObject() {
    return attack("json-no-object", "the payload is no object", "RFC 7519 7.2; V-6")
        .tokens(
            List.of("[]", "\"x\"", "1", "null", "true", "{}", " ", "\0"),
            (s, text) -> Claims.changed(s, good -> text))
        .token("in a list", s -> Claims.changed(s, text -> "[" + text + "]"))
        .token("in a text", s -> Claims.changed(s, Json::of))
        .token("in an object", s -> Claims.changed(s, text -> "{\"claims\":" + text + "}"));
  }

  private static Attack cutOff() {
    return attack("json-cut-off", "the object does not end", STRICT)
        .token(
            "without its brace",
            s -> Claims.changed(s, text -> text.substring(0, text.length() - 1)))
        .token("half of it", s -> Claims.changed(s, text -> text.substring(0, text.length() / 2)))
        .token(
            "a bracket for the brace", s -> Claims.changed(s, text -> text.replaceFirst("}$", "]")))
        .token("without its beginning", s -> Claims.changed(s, text -> text.substring(1)));
  }

  private static Attack separators() {
    return attack("json-separator", "other signs between name and value", STRICT)
        .tokens(
            List.of("=", "=>", " ", "::", ";", "\uff1a"),
            (s, sign) -> Claims.last(s, "\"x\"" + sign + "1"))
        .token(
            "a semicolon between claims",
            s -> Claims.changed(s, text -> text.replaceFirst(",\"", ";\"")));
  }

  private static Attack blanks() {
    return attack("json-blank", "blanks that JSON does not have", STRICT)
        .tokens(
            List.of("\u00a0", "\u2028", "\u000b", "\f", "\u0085", "\u3000", "\u200b", "\ufeff"),
            (s, blank) -> Claims.changed(s, text -> "{" + blank + text.substring(1)));
  }

  private static Attack otherFormats() {
    return attack("json-other", "the claims in another format", STRICT)
        .tokens(
            List.of(
                "iss: x\njti: y\n",
                "<claims/>",
                "iss=x&jti=y",
                "--- {}\n",
                "[claims]\niss=x",
                "a:0:{}"),
            (s, text) -> Claims.changed(s, good -> text));
  }

  private static Attack hidden() {
    return attack("json-hidden", "the claims where only some readers look", "RFC 7519 4; V-32")
        .token("in a prototype", s -> Claims.changed(s, text -> "{\"__proto__\":" + text + "}"))
        .token("under an empty name", s -> Claims.changed(s, text -> "{\"\":" + text + "}"))
        .token("in the header", s -> inHeader(s));
  }

  private static String inHeader(Scene scene) {
    return scene.signed(
        scene
            .draft()
            .headerText(
                text ->
                    text.substring(0, text.length() - 1)
                        + ","
                        + scene.draft().payloadText().substring(1))
            .payloadText(text -> "{}"));
  }
}
