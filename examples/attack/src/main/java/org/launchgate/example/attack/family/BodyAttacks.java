package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.launchgate.example.attack.trial.Family.CARRIER;
import static org.launchgate.example.attack.trial.Need.EXORLIVE;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Request;

/** Good tokens in bodies of another kind than the profile says. */
public final class BodyAttacks {
  private static final String SOURCE = "RFC 9110 8.3; V-37";

  private BodyAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        otherType(),
        noType(),
        twoTypes(),
        charset(),
        encodedBody(),
        compressed(),
        multipart(),
        json(),
        jsonFaulty(),
        bare(),
        bareFaulty(),
        cutOff(),
        badChunks());
  }

  private static Attack attack(String id, String description) {
    return Attack.of(CARRIER, id, description, SOURCE).needs(KEY);
  }

  private static byte[] form(Scene scene) {
    return (scene.profile().field() + "=" + scene.genuine()).getBytes(US_ASCII);
  }

  private static Outcome as(Scene scene, String type) throws IOException {
    return scene.refused(Request.post(scene.setup().path(), type, form(scene)));
  }

  private static Attack otherType() {
    Attack attack = attack("body-type", "a form that says that it is none");
    for (String type :
        List.of(
            "text/plain",
            "text/html",
            "application/xml",
            "application/octet-stream",
            "application/json",
            "application/jwt",
            "application/jose",
            "multipart/form-data",
            "application/x-www-form-urlencoded-x",
            "application/x-www-form",
            "form",
            "*/*",
            "application/x-www-form-urlencoded, text/plain")) {
      attack.variant(type, s -> as(s, type));
    }
    return attack;
  }

  private static Attack noType() {
    return attack("body-no-type", "a form without a content type")
        .variant("none", s -> s.refused(untyped(s)))
        .variant("empty", s -> as(s, ""))
        .variant("a semicolon", s -> as(s, ";"));
  }

  private static Request untyped(Scene scene) {
    return Request.post(scene.setup().path(), "x", form(scene)).without("Content-Type");
  }

  private static Attack twoTypes() {
    return attack("body-two-types", "a form with two content types")
        .variant(
            "another first",
            s ->
                s.refused(
                    untyped(s).with("Content-Type", "text/plain").with("Content-Type", Scene.FORM)))
        .variant("in one line", s -> as(s, "text/plain; " + Scene.FORM));
  }

  private static Attack charset() {
    Attack attack = attack("body-charset", "a form in another encoding by its name");
    for (String charset :
        List.of("utf-16", "utf-7", "ibm037", "iso-8859-1", "x", "\"utf-16\"", "utf-8,utf-16")) {
      attack.variant(charset, s -> as(s, Scene.FORM + "; charset=" + charset));
    }
    return attack;
  }

  private static Attack encodedBody() {
    Attack attack = attack("body-encoded", "a form in another encoding indeed");
    for (Charset charset : List.of(UTF_16, UTF_16BE, Charset.forName("IBM037"))) {
      attack
          .variant(
              charset + ", and says so",
              s -> encoded(s, charset, Scene.FORM + "; charset=" + charset))
          .variant(charset + ", secretly", s -> encoded(s, charset, Scene.FORM));
    }
    return attack;
  }

  private static Outcome encoded(Scene scene, Charset charset, String type) throws IOException {
    byte[] body = new String(form(scene), US_ASCII).getBytes(charset);
    return scene.refused(Request.post(scene.setup().path(), type, body));
  }

  private static Attack compressed() {
    return attack("body-coding", "a form that is compressed")
        .variant("gzip", s -> s.refused(coded(s, "gzip", gzip(form(s)))))
        .variant("gzip twice", s -> s.refused(coded(s, "gzip, gzip", gzip(gzip(form(s))))))
        .variant(
            "a bomb", s -> s.quickly(() -> s.refused(coded(s, "gzip", gzip(new byte[20_000_000])))))
        .variant("gzip by name only", s -> s.refused(coded(s, "gzip", form(s))))
        .variant("deflate by name only", s -> s.refused(coded(s, "deflate", form(s))))
        .variant("br by name only", s -> s.refused(coded(s, "br", form(s))))
        .variant("a coding that nobody knows", s -> s.refused(coded(s, "x", form(s))))
        .variant(
            "gzip in secret",
            s -> s.refused(Request.post(s.setup().path(), Scene.FORM, gzip(form(s)))));
  }

  private static Request coded(Scene scene, String coding, byte[] body) {
    return Request.post(scene.setup().path(), Scene.FORM, body).with("Content-Encoding", coding);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private static Attack multipart() {
    return attack("body-multipart", "a form in parts")
        .variant(
            "a field", s -> s.refused(parts(s, "form-data; name=\"" + s.profile().field() + "\"")))
        .variant(
            "a file",
            s ->
                s.refused(
                    parts(s, "form-data; name=\"" + s.profile().field() + "\"; filename=\"a\"")))
        .variant("without a boundary", s -> as(s, "multipart/form-data"))
        .variant(
            "mixed",
            s -> s.refused(Request.post(s.setup().path(), "multipart/mixed; boundary=b", form(s))));
  }

  private static Request parts(Scene scene, String disposition) {
    String body =
        "--b\r\nContent-Disposition: %s\r\n\r\n%s\r\n--b--\r\n"
            .formatted(disposition, scene.genuine());
    return Request.post(
        scene.setup().path(), "multipart/form-data; boundary=b", body.getBytes(US_ASCII));
  }

  private static Outcome json(Scene scene, String body) throws IOException {
    return scene.refused(
        Request.post(scene.setup().path(), "application/json", body.getBytes(UTF_8)));
  }

  private static String member(Scene scene) {
    return Json.of(scene.profile().field()) + ":" + Json.of(scene.genuine());
  }

  private static Attack json() {
    return attack("body-json", "JSON with a good token in another place")
        .variant("another member", s -> json(s, "{\"jwt\":\"" + s.genuine() + "\"}"))
        .variant("a text alone", s -> json(s, "\"" + s.genuine() + "\""))
        .variant("deeper", s -> json(s, "{\"data\":{" + member(s) + "}}"))
        .variant("in a list", s -> json(s, "[{" + member(s) + "}]"))
        .variant(
            "a list of one",
            s -> json(s, "{" + Json.of(s.profile().field()) + ":[\"" + s.genuine() + "\"]}"))
        .variant("a bare token", s -> json(s, s.genuine()))
        .variant("an empty object", s -> json(s, "{}"));
  }

  private static Attack jsonFaulty() {
    return attack("body-json-form", "JSON that is none, or says it twice")
        .variant("two tokens", s -> json(s, "{" + member(s) + "," + member(s) + "}"))
        .variant(
            "an escaped name",
            s ->
                json(
                    s,
                    "{"
                        + member(s)
                        + ","
                        + member(s)
                            .replaceFirst("o", "\\\\u006f")
                            .replaceFirst("\"pa", "\"p\\\\u0061")
                        + "}"))
        .variant("a comma too many", s -> json(s, "{" + member(s) + ",}"))
        .variant("something behind", s -> json(s, "{" + member(s) + "}x"))
        .variant("two objects", s -> json(s, "{" + member(s) + "}{" + member(s) + "}"))
        .variant("a byte order mark", s -> json(s, "\ufeff{" + member(s) + "}"))
        .variant("a comment", s -> json(s, "{/**/" + member(s) + "}"))
        .variant(
            "Latin 1",
            s ->
                s.refused(
                    Request.post(
                        s.setup().path(),
                        "application/json",
                        ("{\"x\":\"\u00e9\"," + member(s) + "}").getBytes(ISO_8859_1))))
        .variant(
            "UTF-16",
            s ->
                s.refused(
                    Request.post(
                        s.setup().path(),
                        "application/json; charset=utf-16",
                        ("{" + member(s) + "}").getBytes(UTF_16))))
        .variant(
            "deep",
            s -> s.quickly(() -> json(s, "{\"x\":" + "[".repeat(20_000) + "," + member(s) + "}")))
        .variant(
            "a token in the query, too",
            s ->
                s.refused(
                    Request.post(
                        s.setup().path() + "?" + s.profile().field() + "=" + s.genuine(),
                        "application/json",
                        ("{" + member(s) + "}").getBytes(UTF_8))));
  }

  private static Outcome bare(Scene scene, String body) throws IOException {
    return scene.refused(
        Request.post(scene.setup().path(), "application/jwt", body.getBytes(UTF_8)));
  }

  private static Attack bare() {
    return attack("body-bare", "a bare body that is more than a token")
        .variant("a field", s -> bare(s, s.profile().field() + "=" + s.genuine()))
        .variant("quotes", s -> bare(s, "\"" + s.genuine() + "\""))
        .variant("Bearer", s -> bare(s, "Bearer " + s.genuine()))
        .variant("two", s -> bare(s, s.genuine() + "\n" + s.genuine()))
        .variant("nothing", s -> bare(s, ""))
        .variant("a blank", s -> bare(s, " "));
  }

  private static Attack bareFaulty() {
    return attack("body-bare-form", "a bare token with more around it, where one may be bare")
        .needs(EXORLIVE)
        .variant("a line end behind", s -> bare(s, s.genuine() + "\n"))
        .variant("a blank before", s -> bare(s, " " + s.genuine()))
        .variant("a byte order mark", s -> bare(s, "\ufeff" + s.genuine()))
        .variant(
            "a token in the query, too",
            s ->
                s.refused(
                    Request.post(
                        s.setup().path() + "?" + s.profile().field() + "=" + s.genuine(),
                        "application/jwt",
                        s.genuine().getBytes(US_ASCII))));
  }

  private static Attack cutOff() {
    return attack("body-cut-off", "a body that ends before it says, and the same token whole")
        .variant("by its length", s -> cutOff(s, "Content-Length", "9999"))
        .variant("by its chunks", s -> cutOff(s, "Transfer-Encoding", "chunked"));
  }

  // The token of the cut-off request is not used up by it: it may come whole.
  private static Outcome cutOff(Scene scene, String name, String value) throws IOException {
    String token = scene.genuine();
    String body = scene.profile().field() + "=" + token;
    String sent = value.equals("chunked") ? "fff\r\n" + body : body;
    Answer answer =
        scene
            .wire()
            .sendAndEnd(
                Request.post(scene.setup().path(), Scene.FORM, sent.getBytes(US_ASCII))
                    .with(name, value));
    Outcome outcome = answer.status() == 0 ? Outcome.HELD : scene.refusal(answer, token);
    return outcome.and(() -> scene.accepted(token));
  }

  private static Attack badChunks() {
    Attack attack = attack("body-chunks", "chunks that are none");
    for (String size :
        List.of("-1", "0x10", "zz", "ffffffffffffffffff", " 10", "10 ;", "+10", "1 0")) {
      attack.variant("of size " + size, s -> s.refused(chunks(s, size)));
    }
    return attack;
  }

  private static Request chunks(Scene scene, String size) {
    String body = size + "\r\n" + new String(form(scene), US_ASCII) + "\r\n0\r\n\r\n";
    return Request.post(scene.setup().path(), Scene.FORM, body.getBytes(US_ASCII))
        .with("Transfer-Encoding", "chunked");
  }
}
