package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.launchgate.example.attack.trial.Family.CARRIER;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.io.IOException;
import java.util.List;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Request;

/** Bodies that end where they should not. */
public final class CutBodyAttacks {
  private static final String SOURCE = "RFC 9110 8.3; V-37";

  private CutBodyAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(cutOff(), badChunks());
  }

  private static Attack attack(String id, String description) {
    return Attack.of(CARRIER, id, description, SOURCE).needs(KEY);
  }

  private static byte[] form(Scene scene) {
    return (scene.profile().field() + "=" + scene.genuine()).getBytes(US_ASCII);
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
    Outcome outcome = answer.status() == 0 ? Outcome.held() : scene.refusal(answer, token);
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
