package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.JSON;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.List;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.token.Json.Raw;
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
        quotes(),
        noNumbers(),
        literals(),
        longNumbers(),
        depth(),
        trailingData(),
        leadingData(),
        controls(),
        escapes(),
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

  private static String changed(Scene scene, UnaryOperator<String> change) {
    return scene.signed(scene.draft().payloadText(change));
  }

  private static String first(Scene scene, String member) {
    return changed(scene, text -> "{" + member + "," + text.substring(1));
  }

  private static String last(Scene scene, String member) {
    return changed(scene, text -> text.substring(0, text.length() - 1) + "," + member + "}");
  }

  /** A value that nobody looks at: nothing else is wrong with it. */
  private static String value(Scene scene, String text) {
    return scene.signed(scene.draft().claim("x", new Raw(text)));
  }

  private static Attack duplicate() {
    return attack("json-twice", "a claim twice", DUPLICATE)
        .token("another id first", s -> first(s, "\"jti\":\"1\""))
        .token("another id last", s -> last(s, "\"jti\":\"1\""))
        .token("another time last", s -> last(s, "\"iat\":" + s.now()))
        .token(
            "another user first",
            s -> first(s, member(s.profile().user(), s.profile().otherUser())))
        .token(
            "another user last", s -> last(s, member(s.profile().user(), s.profile().otherUser())))
        .token(
            "another patient last",
            s -> last(s, member(s.profile().patient(), s.profile().otherPatient())))
        .token("one that nobody knows", s -> last(s, "\"x\":1,\"x\":1"));
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
        .token("jti", s -> last(s, "\"\\u006ati\":\"1\""))
        .token("iat", s -> first(s, "\"\\u0069at\":1"))
        .token("all of it", s -> last(s, "\"\\u006A\\u0074\\u0069\":\"1\""))
        .token("a slash", s -> last(s, "\"a/b\":1,\"a\\/b\":2"));
  }

  private static Attack duplicateInside() {
    return attack("json-twice-inside", "a member twice inside of a claim", DUPLICATE)
        .token("in an object", s -> value(s, "{\"a\":1,\"a\":2}"))
        .token("in a list", s -> value(s, "[{\"a\":1,\"a\":2}]"))
        .token("deep", s -> value(s, "{\"a\":{\"b\":{\"c\":1,\"\\u0063\":2}}}"));
  }

  private static Attack trailingComma() {
    return attack("json-comma", "a comma too many, or none", STRICT)
        .token("behind the last claim", s -> changed(s, text -> text.replaceFirst("}$", ",}")))
        .token("before the first", s -> changed(s, text -> "{," + text.substring(1)))
        .token("two", s -> changed(s, text -> text.replaceFirst(",", ",,")))
        .token("none", s -> changed(s, text -> text.replaceFirst(",", " ")))
        .token("in a list", s -> value(s, "[1,]"))
        .token("before a list's first", s -> value(s, "[,1]"))
        .token("in an object", s -> value(s, "{\"a\":1,}"));
  }

  private static Attack comments() {
    return attack("json-comment", "comments", STRICT)
        .token("/* */", s -> changed(s, text -> "{/* x */" + text.substring(1)))
        .token("//", s -> changed(s, text -> text + "// x"))
        .token("// and a line end", s -> changed(s, text -> "{// x\n" + text.substring(1)))
        .token("#", s -> changed(s, text -> "{# x\n" + text.substring(1)))
        .token("<!-- -->", s -> changed(s, text -> text + "<!-- x -->"));
  }

  private static Attack quotes() {
    return attack("json-quotes", "texts and names without their quotes", STRICT)
        .tokens(
            List.of("'a'", "a", "`a`", "\"a", "a\"", "\u201ca\u201d", "\"\"\"a\"\"\"", "u\"a\""),
            JsonAttacks::value)
        .token("a bare name", s -> last(s, "x:1"))
        .token("a name in single quotes", s -> last(s, "'x':1"))
        .token("a number for a name", s -> last(s, "1:1"))
        .token("null for a name", s -> last(s, "null:1"));
  }

  private static Attack noNumbers() {
    return attack("json-number", "numbers that JSON does not have", "RFC 8259 6; V-6")
        .tokens(
            List.of(
                "NaN",
                "Infinity",
                "-Infinity",
                "01",
                "-01",
                "+1",
                ".5",
                "1.",
                "1.e1",
                "1e",
                "1e+",
                "0x10",
                "0b1",
                "0o7",
                "1_000",
                "1,5",
                "--1",
                "-",
                "1L",
                "1f",
                "\uff11",
                "\u0661"),
            JsonAttacks::value);
  }

  private static Attack literals() {
    return attack("json-literal", "words that JSON does not have", "RFC 8259 3; V-6")
        .tokens(
            List.of(
                "True",
                "TRUE",
                "tru",
                "truee",
                "None",
                "nil",
                "undefined",
                "Null",
                "yes",
                "new Date()",
                "nullnull"),
            JsonAttacks::value);
  }

  private static Attack longNumbers() {
    return attack("json-long-number", "numbers that cost work or mean infinity", "RFC 8259 6; V-26")
        .tokens(
            List.of(
                "1e400",
                "-1e400",
                "1e999999999",
                "1".repeat(40),
                "0." + "1".repeat(40),
                "9".repeat(4000)),
            JsonAttacks::value);
  }

  private static Attack depth() {
    return attack("json-depth", "objects in objects without end", "CVE-2025-53864; V-6")
        .tokens(
            List.of(40, 200, 1000, 2500, 5000), (s, n) -> value(s, "[".repeat(n) + "]".repeat(n)))
        .tokens(
            List.of(40, 200, 1000), (s, n) -> value(s, "{\"a\":".repeat(n) + "1" + "}".repeat(n)))
        .token("that never end", s -> value(s, "[".repeat(5000)))
        .token(
            "in the header",
            s -> s.signed(s.draft().header("x", new Raw("[".repeat(4000) + "]".repeat(4000)))));
  }

  private static Attack trailingData() {
    return attack("json-trailing", "something behind the object", STRICT)
        .tokens(
            List.of("{}", "}", "]", ",", "1", "null", "\0", "x", "\"\"", "\u001a", "\u00a0"),
            (s, more) -> changed(s, text -> text + more))
        .token("all of it twice", s -> changed(s, text -> text + text))
        .token("other claims", s -> changed(s, text -> text + "\n" + text));
  }

  private static Attack leadingData() {
    return attack("json-leading", "something before the object", STRICT)
        .tokens(
            List.of(")]}',\n", "while(1);", "x", "{}", ",", "\0", "\u00a0", "\u2028", "callback("),
            (s, more) -> changed(s, text -> more + text));
  }

  private static Attack controls() {
    return attack("json-control", "a control character in a text", "RFC 8259 7; V-6")
        .tokens(
            List.of("\n", "\t", "\r", "\0", "\u0001", "\u001f"),
            (s, c) -> value(s, "\"a" + c + "b\""))
        .token("in a name", s -> last(s, "\"x\n\":1"));
  }

  private static Attack escapes() {
    return attack("json-escape", "escapes that JSON does not have", "RFC 8259 7; V-6")
        .tokens(
            List.of(
                "\\x41", "\\'", "\\a", "\\0", "\\u12", "\\u", "\\U0041", "\\uZZZZ", "\\u{41}", "\\",
                "\\\n", "\\u+041", "\\u-041"),
            (s, escape) -> value(s, "\"" + escape + "\""));
  }

  private static Attack noObject() {
    return attack("json-no-object", "the payload is no object", "RFC 7519 7.2; V-6")
        .tokens(
            List.of("[]", "\"x\"", "1", "null", "true", "{}", " ", "\0"),
            (s, text) -> changed(s, good -> text))
        .token("in a list", s -> changed(s, text -> "[" + text + "]"))
        .token("in a text", s -> changed(s, Json::of))
        .token("in an object", s -> changed(s, text -> "{\"claims\":" + text + "}"));
  }

  private static Attack cutOff() {
    return attack("json-cut-off", "the object does not end", STRICT)
        .token("without its brace", s -> changed(s, text -> text.substring(0, text.length() - 1)))
        .token("half of it", s -> changed(s, text -> text.substring(0, text.length() / 2)))
        .token("a bracket for the brace", s -> changed(s, text -> text.replaceFirst("}$", "]")))
        .token("without its beginning", s -> changed(s, text -> text.substring(1)));
  }

  private static Attack separators() {
    return attack("json-separator", "other signs between name and value", STRICT)
        .tokens(
            List.of("=", "=>", " ", "::", ";", "\uff1a"),
            (s, sign) -> last(s, "\"x\"" + sign + "1"))
        .token(
            "a semicolon between claims", s -> changed(s, text -> text.replaceFirst(",\"", ";\"")));
  }

  private static Attack blanks() {
    return attack("json-blank", "blanks that JSON does not have", STRICT)
        .tokens(
            List.of("\u00a0", "\u2028", "\u000b", "\f", "\u0085", "\u3000", "\u200b", "\ufeff"),
            (s, blank) -> changed(s, text -> "{" + blank + text.substring(1)));
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
            (s, text) -> changed(s, good -> text));
  }

  private static Attack hidden() {
    return attack("json-hidden", "the claims where only some readers look", "RFC 7519 4; V-32")
        .token("in a prototype", s -> changed(s, text -> "{\"__proto__\":" + text + "}"))
        .token("under an empty name", s -> changed(s, text -> "{\"\":" + text + "}"))
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
