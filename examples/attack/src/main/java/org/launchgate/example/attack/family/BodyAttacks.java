package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.launchgate.example.attack.trial.Family.CARRIER;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Request;

/** Good tokens in bodies of another kind than the profile says. */
public final class BodyAttacks {
  private static final String SOURCE = "RFC 9110 8.3; V-37";

  private BodyAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        otherType(), noType(), twoTypes(), charset(), encodedBody(), compressed(), multipart());
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
}
