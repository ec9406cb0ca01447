package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.JSON;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.List;
import org.launchgate.example.attack.token.Json.Raw;
import org.launchgate.example.attack.trial.Attack;

/** Values that JSON does not have, and what stands around the object. */
public final class JsonTextAttacks {
  private static final String STRICT = "RFC 8259 2; V-6";

  private JsonTextAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        quotes(),
        noNumbers(),
        literals(),
        longNumbers(),
        depth(),
        trailingData(),
        leadingData(),
        controls(),
        escapes());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(JSON, id, description, source).needs(KEY);
  }

  private static Attack quotes() {
    return attack("json-quotes", "texts and names without their quotes", STRICT)
        .tokens(
            List.of("'a'", "a", "`a`", "\"a", "a\"", "\u201ca\u201d", "\"\"\"a\"\"\"", "u\"a\""),
            Claims::value)
        .token("a bare name", s -> Claims.last(s, "x:1"))
        .token("a name in single quotes", s -> Claims.last(s, "'x':1"))
        .token("a number for a name", s -> Claims.last(s, "1:1"))
        .token("null for a name", s -> Claims.last(s, "null:1"));
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
            Claims::value);
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
            Claims::value);
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
            Claims::value);
  }

  private static Attack depth() {
    return attack("json-depth", "objects in objects without end", "CVE-2025-53864; V-6")
        .tokens(
            List.of(40, 200, 1000, 2500, 5000),
            (s, n) -> Claims.value(s, "[".repeat(n) + "]".repeat(n)))
        .tokens(
            List.of(40, 200, 1000),
            (s, n) -> Claims.value(s, "{\"a\":".repeat(n) + "1" + "}".repeat(n)))
        .token("that never end", s -> Claims.value(s, "[".repeat(5000)))
        .token(
            "in the header",
            s -> s.signed(s.draft().header("x", new Raw("[".repeat(4000) + "]".repeat(4000)))));
  }

  private static Attack trailingData() {
    return attack("json-trailing", "something behind the object", STRICT)
        .tokens(
            List.of("{}", "}", "]", ",", "1", "null", "\0", "x", "\"\"", "\u001a", "\u00a0"),
            (s, more) -> Claims.changed(s, text -> text + more))
        .token("all of it twice", s -> Claims.changed(s, text -> text + text))
        .token("other claims", s -> Claims.changed(s, text -> text + "\n" + text));
  }

  private static Attack leadingData() {
    return attack("json-leading", "something before the object", STRICT)
        .tokens(
            List.of(")]}',\n", "while(1);", "x", "{}", ",", "\0", "\u00a0", "\u2028", "callback("),
            (s, more) -> Claims.changed(s, text -> more + text));
  }

  private static Attack controls() {
    return attack("json-control", "a control character in a text", "RFC 8259 7; V-6")
        .tokens(
            List.of("\n", "\t", "\r", "\0", "\u0001", "\u001f"),
            (s, c) -> Claims.value(s, "\"a" + c + "b\""))
        .token("in a name", s -> Claims.last(s, "\"x\n\":1"));
  }

  private static Attack escapes() {
    return attack("json-escape", "escapes that JSON does not have", "RFC 8259 7; V-6")
        .tokens(
            List.of(
                "\\x41", "\\'", "\\a", "\\0", "\\u12", "\\u", "\\U0041", "\\uZZZZ", "\\u{41}", "\\",
                "\\\n", "\\u+041", "\\u-041"),
            (s, escape) -> Claims.value(s, "\"" + escape + "\""));
  }
}
