package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.REPLAY;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.LOGOUT;
import static org.launchgate.example.attack.trial.Need.QUERY;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Browser;
import org.launchgate.example.attack.wire.Request;

/** A launch is good once. */
public final class ReplayAttacks {
  private static final String SOURCE = "RFC 7519 4.1.7; ZorgDomein, jti; HTI, jti; V-29";

  private ReplayAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        again(),
        byAnotherWay(),
        atOnce(),
        atOnceByTwoWays(),
        afterLogout(),
        stalePatient(),
        burnt(),
        burntByFaults());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(REPLAY, id, description, source).needs(KEY);
  }

  private static Attack again() {
    return attack("rep-again", "a used token of somebody else", SOURCE)
        .variant("once", s -> again(s, s.genuine()))
        .variant("three times", s -> again(s, s.genuine(), 3))
        .variant("with a made-up session", s -> madeUpSession(s, s.genuine()));
  }

  private static Outcome again(Scene scene, String token) throws IOException {
    return Replays.then(scene, token, token);
  }

  private static Outcome again(Scene scene, String token, int times) throws IOException {
    Outcome outcome = scene.accepted(token);
    for (int i = 0; i < times; i++) {
      outcome = outcome.and(() -> scene.denied(token));
    }
    return outcome;
  }

  private static Outcome madeUpSession(Scene scene, String token) throws IOException {
    Browser browser = scene.browser();
    scene
        .sessionCookies()
        .forEach(name -> browser.withCookie(name, "00000000000000000000000000000000"));
    return scene.accepted(token).and(() -> scene.denied(browser, scene.carry(token), token));
  }

  private static Attack byAnotherWay() {
    return attack("rep-other-way", "a used token in another carrier", SOURCE)
        .variant("form, then the usual way", s -> formThen(s, s.genuine()))
        .variant("the usual way, then form", s -> thenForm(s, s.genuine()))
        .variant("then the path of any partner", s -> thenPath(s, s.genuine()));
  }

  private static Outcome formThen(Scene scene, String token) throws IOException {
    boolean in = scene.launch(scene.browser(), scene.form(token)).isSuccess();
    return Outcome.heldIf(in, "a good form was refused").and(() -> scene.denied(token));
  }

  private static Outcome thenForm(Scene scene, String token) throws IOException {
    return scene.accepted(token).and(() -> scene.denied(scene.form(token), token));
  }

  private static Outcome thenPath(Scene scene, String token) throws IOException {
    Request usual = scene.carry(token);
    String path = scene.setup().path();
    Request other = usual.withTarget(path + "/x" + usual.target().substring(path.length()));
    return scene.accepted(token).and(() -> scene.refused(other, token));
  }

  private static Attack atOnce() {
    Attack attack = attack("rep-at-once", "one token twenty times at once: one gets in", SOURCE);
    for (int i = 1; i <= 5; i++) {
      attack.variant("round " + i, s -> Replays.one(s, s.carry(s.genuine())));
    }
    return attack;
  }

  private static Attack atOnceByTwoWays() {
    return attack("rep-at-once-ways", "the same in two carriers", SOURCE)
        .needs(QUERY)
        .variant("link and form", s -> twoWays(s, s.genuine()));
  }

  private static Outcome twoWays(Scene scene, String token) throws IOException {
    return Replays.one(scene, scene.link(token), scene.form(token));
  }

  private static Attack afterLogout() {
    return attack("rep-logout", "a used token after the log-out", "V-29; V-38")
        .needs(LOGOUT)
        .variant("of the same browser", s -> afterLogout(s, s.genuine()));
  }

  private static Outcome afterLogout(Scene scene, String token) throws IOException {
    Browser browser = scene.browser();
    Outcome in = scene.accepted(browser, token);
    browser.send(scene.logout());
    return in.and(() -> scene.denied(browser, scene.carry(token), token))
        .and(() -> Outcome.heldIf(!scene.isIn(browser), "logged in after the log-out"));
  }

  private static Attack stalePatient() {
    return attack(
            "rep-stale",
            "the first patient's token again, after the second's",
            "decision 0004; V-29")
        .variant("in the same session", ReplayAttacks::stalePatient);
  }

  private static Outcome stalePatient(Scene scene) throws IOException {
    Browser browser = scene.browser();
    String first = scene.genuine();
    String second =
        scene.signed(
            scene.draft().claim(scene.profile().patient(), scene.profile().otherPatient()));
    return scene
        .accepted(browser, first)
        .and(() -> scene.accepted(browser, second))
        .and(() -> scene.refused(browser, scene.carry(first), first));
  }

  private static Attack burnt() {
    return attack("rep-burnt", "a forged token uses up the id of a good one", "V-30")
        .variant("by an own key", s -> burnt(s, d -> d.signedBy(s.own().signer(s.algorithm()))))
        .variant("unsigned", s -> burnt(s, d -> d.withSignature(new byte[32])))
        .variant(
            "alg none", s -> burnt(s, d -> d.header("alg", "none").withSignature(new byte[0])));
  }

  private static Outcome burnt(Scene scene, Function<Draft, String> forging) throws IOException {
    Draft draft = scene.draft();
    String good = scene.signed(draft);
    return scene.denied(forging.apply(draft)).and(() -> scene.accepted(good));
  }

  private static Attack burntByFaults() {
    return attack(
            "rep-burnt-signed",
            "a faulty token of the partner uses up the id of a good one",
            "V-30")
        .variant("expired", s -> burnt(s, d -> s.signed(d.claim("exp", s.now() - 600))))
        .variant("from the future", s -> burnt(s, d -> s.signed(d.claim("nbf", s.now() + 600))))
        .variant("without the user", s -> burnt(s, d -> s.signed(d.claim(s.profile().user(), 1))))
        .variant("with crit", s -> burnt(s, d -> s.signed(d.header("crit", List.of("x")))));
  }
}
