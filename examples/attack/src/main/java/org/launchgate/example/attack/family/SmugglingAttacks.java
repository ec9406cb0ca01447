package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.launchgate.example.attack.trial.Family.PROTOCOL;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.io.IOException;
import java.util.List;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.trial.Shown;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Request;

/** One request that a proxy takes for one and the server for two: the second is a good launch. */
public final class SmugglingAttacks {
  private static final String SOURCE = "RFC 9112 6.3, 11.2; CWE-444";

  private SmugglingAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(bothLengths(), chunkedInDisguise(), lengths(), lines());
  }

  private static Attack attack(String id, String description) {
    return Attack.of(PROTOCOL, id, description, SOURCE).needs(KEY);
  }

  private static Attack bothLengths() {
    return attack("smug-both", "a length and chunks")
        .variant(
            "length first", s -> smuggled(s, "Content-Length: %d\r\nTransfer-Encoding: chunked"))
        .variant(
            "chunks first", s -> smuggled(s, "Transfer-Encoding: chunked\r\nContent-Length: %d"));
  }

  private static Attack chunkedInDisguise() {
    Attack attack = attack("smug-chunked", "chunks that only some servers see");
    for (String field :
        List.of(
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding:\tchunked",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: identity, chunked",
            "X: y\r\n Transfer-Encoding: chunked",
            "Transfer-Encoding:\r\n chunked",
            "Transfer-Encoding: \u000bchunked",
            "Transfer_Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: x")) {
      attack.variant(Shown.of(field), s -> smuggled(s, "Content-Length: %d\r\n" + field));
    }
    return attack;
  }

  private static Attack lengths() {
    Attack attack = attack("smug-length", "lengths that are none, or two");
    for (String field :
        List.of(
            "Content-Length: 5\r\nContent-Length: %d",
            "Content-Length: %d\r\nContent-Length: 5",
            "Content-Length: 5, %d",
            "Content-Length: +5",
            "Content-Length: -1",
            "Content-Length: 0x5",
            "Content-Length: 5 5",
            "Content-Length: 5.0",
            "Content-Length : 5",
            "Content-Length: 99999999999999999999",
            "Content-Length:")) {
      attack.variant(Shown.of(field), s -> smuggled(s, field));
    }
    return attack;
  }

  private static Attack lines() {
    return attack("smug-lines", "lines that only some servers see")
        .variant("bare LF", s -> smuggled(s, "X: y\nContent-Length: %d"))
        .variant("bare CR", s -> smuggled(s, "X: y\rContent-Length: %d"))
        .variant("a NUL", s -> smuggled(s, "X: y\0\r\nContent-Length: %d"))
        .variant("folded", s -> smuggled(s, "Content-Length: %d\r\n\t5"))
        .variant("no colon", s -> smuggled(s, "X\r\nContent-Length: %d"));
  }

  // The chunks end at once, and behind them stands another request. A server that takes the bytes
  // for what one of the two fields says has one request; only one that takes both can have two.
  private static Outcome smuggled(Scene scene, String fields) throws IOException {
    String token = scene.genuine();
    String body = "0\r\n\r\n" + hidden(scene, token);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\n%s\r\n"
            .formatted(
                scene.setup().path(),
                scene.wire().authority(),
                Scene.FORM,
                fields.replace("%d", String.valueOf(body.length())));
    Answer answer = scene.wire().sendBytes((head + "\r\n" + body).getBytes(ISO_8859_1));
    String rest = answer.rest();
    if (answer.isSuccess() || scene.setsSession(answer) || rest.contains("Set-Cookie")) {
      return Outcome.broken("the hidden launch got in");
    }
    return scene.quiet(answer, token).and(() -> scene.accepted(token));
  }

  private static String hidden(Scene scene, String token) {
    Request launch = scene.carry(token);
    String body = launch.body();
    return "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(
            launch.method(),
            launch.target(),
            scene.wire().authority(),
            Scene.FORM,
            body.length(),
            body);
  }
}
