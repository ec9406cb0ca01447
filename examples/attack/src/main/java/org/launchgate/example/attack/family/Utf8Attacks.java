package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.launchgate.example.attack.trial.Family.ENCODING;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.launchgate.example.attack.token.Der;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.Json.Raw;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** Bytes that are no UTF-8, and texts that are no Unicode: one name must not be read as two. */
public final class Utf8Attacks {
  private static final String SOURCE = "RFC 8725 3.7; RFC 3629 3; V-4";

  private Utf8Attacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        bytes(
            "utf8-overlong",
            "a character in more bytes than it needs",
            "c0af",
            "e080af",
            "f08080af",
            "c1bf"),
        bytes(
            "utf8-surrogate",
            "half of a surrogate pair in bytes",
            "eda080",
            "edbfbf",
            "eda080edb080"),
        bytes("utf8-cut-off", "a character that ends too early", "c3", "e282", "f09f98", "e28261"),
        bytes("utf8-alone", "a byte that begins nothing", "80", "bf", "fe", "ff", "fffe"),
        bytes(
            "utf8-beyond", "a character beyond Unicode", "f4908080", "f8888080af", "fc8480808080"),
        bytes("utf8-latin1", "another encoding's bytes", "e9", "f8", "a0", "84"),
        bom(),
        otherEncoding(),
        loneSurrogate(),
        replacement());
  }

  private static Attack attack(String id, String description) {
    return Attack.of(ENCODING, id, description, SOURCE).needs(KEY);
  }

  private static Attack bytes(String id, String description, String... hex) {
    Attack attack = attack(id, description);
    for (String each : hex) {
      byte[] bytes = HexFormat.of().parseHex(each);
      attack.token(each + " in the payload", s -> s.signed(inPayload(s, bytes)));
      attack.token(each + " in the header", s -> s.signed(inHeader(s, bytes)));
    }
    return attack;
  }

  // A claim and a header member that nobody knows: nothing else is wrong with them.
  private static Draft inPayload(Scene scene, byte[] bytes) {
    Draft draft = scene.draft().claim("x", "#");
    return draft.payloadBytes(replaced(draft.payloadText(), bytes));
  }

  private static Draft inHeader(Scene scene, byte[] bytes) {
    Draft draft = scene.draft().header("x", "#");
    return draft.headerBytes(replaced(draft.headerText(), bytes));
  }

  private static byte[] replaced(String text, byte[] bytes) {
    int at = text.indexOf("\"#\"") + 1;
    return Der.joined(
        text.substring(0, at).getBytes(ISO_8859_1),
        bytes,
        text.substring(at + 1).getBytes(ISO_8859_1));
  }

  private static Attack bom() {
    byte[] mark = HexFormat.of().parseHex("efbbbf");
    return attack("utf8-bom", "a byte order mark")
        .token("before the payload", s -> s.signed(marked(s.draft(), mark)))
        .token("before the header", s -> s.signed(s.draft().headerText(text -> "\ufeff" + text)))
        .token("behind the payload", s -> s.signed(s.draft().payloadText(text -> text + "\ufeff")))
        .token(
            "between members",
            s -> s.signed(s.draft().payloadText(text -> text.replaceFirst(",", ",\ufeff"))));
  }

  private static Draft marked(Draft draft, byte[] mark) {
    return draft.payloadBytes(Der.joined(mark, draft.payloadText().getBytes(ISO_8859_1)));
  }

  private static Attack otherEncoding() {
    Attack attack = attack("utf8-utf16", "JSON in another encoding");
    for (Charset charset :
        List.of(
            UTF_16, UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-32LE"))) {
      attack.token(
          charset + " in the payload",
          s -> s.signed(s.draft().payloadBytes(s.draft().payloadText().getBytes(charset))));
      attack.token(
          charset + " in the header",
          s -> s.signed(s.draft().headerBytes(s.draft().headerText().getBytes(charset))));
    }
    return attack;
  }

  private static Attack loneSurrogate() {
    return attack("utf8-lone-escape", "half of a surrogate pair, escaped")
        .tokens(
            List.of("\\ud800", "\\udfff", "\\ud800x", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00"),
            (s, escape) -> s.signed(s.draft().claim("x", new Raw('"' + escape + '"'))))
        .token(
            "in a name",
            s -> s.signed(s.draft().payloadText(text -> "{\"\\ud800\":1," + text.substring(1))))
        .token("in the header", s -> s.signed(s.draft().header("x", new Raw("\"\\udc00\""))))
        .token(
            "in the patient",
            s -> s.signed(s.draft().claim(s.profile().patient(), new Raw("\"a\\ud800\""))));
  }

  private static Attack replacement() {
    return attack("utf8-replaced", "the sign that something was not read")
        .token("as a character", s -> s.signed(s.draft().claim("x", "Bj\ufffdrn")))
        .token("escaped", s -> s.signed(s.draft().claim("x", new Raw("\"Bj\\ufffdrn\""))))
        .token("in the patient", s -> s.signed(s.draft().claim(s.profile().patient(), "a\ufffd")))
        .token("in the header", s -> s.signed(s.draft().header("x", "\ufffd")));
  }
}
