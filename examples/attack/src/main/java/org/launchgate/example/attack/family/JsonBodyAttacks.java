package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.launchgate.example.attack.trial.Family.CARRIER;
import static org.launchgate.example.attack.trial.Need.EXORLIVE;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.io.IOException;
import java.util.List;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Request;

/** Good tokens in JSON or alone, where or how no profile takes them. */
public final class JsonBodyAttacks {
  private static final String SOURCE = "RFC 9110 8.3; V-37";

  private JsonBodyAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(json(), jsonFaulty(), bare(), bareFaulty());
  }

  private static Attack attack(String id, String description) {
    return Attack.of(CARRIER, id, description, SOURCE).needs(KEY);
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
}
