package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.SESSION;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.WHOAMI;

import java.io.IOException;
import java.util.List;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Browser;
import org.launchgate.example.attack.wire.Request;

/** A session that somebody else chose before the launch. */
public final class FixationAttacks {
  private static final String FIXATION = "CWE-384; OWASP Session Management; V-38";

  private static final String CHOSEN = "CHOSEN0BY0SOMEBODY0ELSE000000001";

  private FixationAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(chosenCookie(), chosenInPath(), anonymous(), twoCookies(), refusedChosen());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(SESSION, id, description, source).needs(KEY, WHOAMI);
  }

  private static Browser chosen(Scene scene) {
    return chosen(scene, CHOSEN);
  }

  private static Browser chosen(Scene scene, String id) {
    Browser browser = scene.browser();
    scene.sessionCookies().forEach(name -> browser.withCookie(name, id));
    return browser;
  }

  private static Attack chosenCookie() {
    return attack("ses-chosen", "the session id was planted before the launch", FIXATION)
        .variant("of the right form", s -> chosenStaysOut(s, chosen(s), s.carry(s.genuine())))
        .variant("short", s -> planted(s, "1"))
        .variant("long", s -> planted(s, "A".repeat(500)));
  }

  private static Outcome planted(Scene scene, String id) throws IOException {
    Browser victim = chosen(scene, id);
    return scene
        .accepted(victim, scene.genuine())
        .and(
            () ->
                Outcome.heldIf(!scene.isIn(chosen(scene, id)), "the planted session is logged in"));
  }

  private static Outcome chosenStaysOut(Scene scene, Browser victim, Request launch)
      throws IOException {
    Answer answer = scene.launch(victim, launch);
    if (!answer.isSuccess()) {
      return Outcome.held();
    }
    return Outcome.heldIf(!victim.cookies().containsValue(CHOSEN), "the planted id was kept")
        .and(() -> Outcome.heldIf(!scene.isIn(chosen(scene)), "the planted session is logged in"));
  }

  private static Attack chosenInPath() {
    return attack("ses-path", "the session id was planted in the address", FIXATION)
        .variant("jsessionid", s -> inPath(s, ";jsessionid=" + CHOSEN))
        .variant("JSESSIONID", s -> inPath(s, ";JSESSIONID=" + CHOSEN));
  }

  private static Outcome inPath(Scene scene, String parameter) throws IOException {
    Request usual = scene.carry(scene.genuine());
    String path = scene.setup().path();
    Request planted = usual.withTarget(path + parameter + usual.target().substring(path.length()));
    String probe = scene.setup().whoami().orElseThrow().getRawPath() + parameter;
    return chosenStaysOut(scene, scene.browser(), planted)
        .and(
            () ->
                Outcome.heldIf(
                    scene.browser().send(Request.get(probe)).status() != 200,
                    "a session id in an address logs in"));
  }

  private static Attack anonymous() {
    return attack("ses-anonymous", "a real session of nobody was planted", FIXATION)
        .variant("of the start page", FixationAttacks::anonymousStaysOut);
  }

  private static Outcome anonymousStaysOut(Scene scene) throws IOException {
    Browser attacker = scene.browser();
    attacker.send(Request.get("/"));
    attacker.send(scene.carry(scene.forged()));
    if (attacker.cookies().isEmpty()) {
      return Outcome.skipped("nobody gets a session without a launch");
    }
    Browser victim = scene.browser().withCookiesOf(attacker);
    return scene
        .accepted(victim, scene.genuine())
        .and(() -> Outcome.heldIf(!scene.isIn(attacker), "the planted session is logged in"));
  }

  private static Attack twoCookies() {
    return attack("ses-two", "two session cookies, one of them planted", FIXATION)
        .variant("planted first", s -> twoCookies(s, "%1$s=%2$s; %1$s=" + CHOSEN))
        .variant("planted last", s -> twoCookies(s, "%1$s=" + CHOSEN + "; %1$s=%2$s"));
  }

  private static Outcome twoCookies(Scene scene, String cookies) throws IOException {
    for (String name : scene.sessionCookies()) {
      Request request = scene.carry(scene.genuine());
      Browser victim = scene.browser();
      scene.launch(victim, request.with("Cookie", cookies.formatted(name, "0".repeat(32))));
      if (scene.isIn(chosen(scene)) || victim.cookies().containsValue(CHOSEN)) {
        return Outcome.broken("the planted session is logged in");
      }
    }
    return Outcome.held();
  }

  private static Attack refusedChosen() {
    return attack("ses-refused-chosen", "a bad launch makes a planted session real", FIXATION)
        .variant("a forged one", s -> staysOut(s, s.forged()))
        .variant(
            "an unsigned one",
            s -> staysOut(s, s.draft().header("alg", "none").withSignature(new byte[0])));
  }

  private static Outcome staysOut(Scene scene, String bad) throws IOException {
    Browser browser = chosen(scene);
    return scene
        .denied(browser, scene.carry(bad), bad)
        .and(() -> Outcome.heldIf(!scene.isIn(browser), "the planted session is logged in"));
  }
}
