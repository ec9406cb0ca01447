package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.REPLAY;
import static org.launchgate.example.attack.trial.Need.EC_KEY;
import static org.launchgate.example.attack.trial.Need.EXORLIVE;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.LOGOUT;
import static org.launchgate.example.attack.trial.Need.NO_TOKEN_ID;
import static org.launchgate.example.attack.trial.Need.QUERY;

import java.io.IOException;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.EcNumbers;
import org.launchgate.example.attack.token.Parts;
import org.launchgate.example.attack.trial.AtOnce;
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
        sameId(),
        sameIdOtherHeader(),
        respelled(),
        twin(),
        resigned(),
        withoutId(),
        withoutIdResigned(),
        afterLogout(),
        stalePatient(),
        burnt(),
        burntByFaults());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(REPLAY, id, description, source).needs(KEY);
  }

  /** A launch that gets in, and then another that must not. */
  private static Outcome then(Scene scene, String first, String second) throws IOException {
    return scene.accepted(first).and(() -> scene.denied(second));
  }

  private static Attack again() {
    return attack("rep-again", "a used token of somebody else", SOURCE)
        .variant("once", s -> again(s, s.genuine()))
        .variant("three times", s -> again(s, s.genuine(), 3))
        .variant("with a made-up session", s -> madeUpSession(s, s.genuine()));
  }

  private static Outcome again(Scene scene, String token) throws IOException {
    return then(scene, token, token);
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
      attack.variant("round " + i, s -> one(s, s.carry(s.genuine())));
    }
    return attack;
  }

  private static Outcome one(Scene scene, Request... requests) throws IOException {
    long in = AtOnce.entered(scene, 20, List.of(requests));
    return Outcome.heldIf(in == 1, in + " of 20 got in with one token");
  }

  private static Attack atOnceByTwoWays() {
    return attack("rep-at-once-ways", "the same in two carriers", SOURCE)
        .needs(QUERY)
        .variant("link and form", s -> twoWays(s, s.genuine()));
  }

  private static Outcome twoWays(Scene scene, String token) throws IOException {
    return one(scene, scene.link(token), scene.form(token));
  }

  private static Attack sameId() {
    return attack("rep-id", "another token of an id that was used", SOURCE)
        .variant(
            "another patient",
            s -> sameId(s, d -> d.claim(s.profile().patient(), s.profile().otherPatient())))
        .variant(
            "another user",
            s -> sameId(s, d -> d.claim(s.profile().user(), s.profile().otherUser())))
        .variant("another time", s -> sameId(s, d -> d.claim("iat", s.now() - 5)))
        .variant("a claim more", s -> sameId(s, d -> d.claim("x", 1)))
        .variant("another order", s -> sameId(s, d -> d.without("iat").claim("iat", s.now())))
        .variant(
            "escapes",
            s -> sameId(s, d -> d.payloadText(text -> text.replace("\"jti\"", "\"\\u006ati\""))));
  }

  private static Outcome sameId(Scene scene, UnaryOperator<Draft> change) throws IOException {
    Draft draft = scene.draft();
    return then(scene, scene.signed(draft), scene.signed(change.apply(draft)));
  }

  private static Attack sameIdOtherHeader() {
    return attack("rep-id-header", "the same claims under another header", SOURCE)
        .variant("a member more", s -> sameId(s, d -> d.header("x", 1)))
        .variant("without typ", s -> sameId(s, d -> d.withoutHeader("typ")))
        .variant("blanks", s -> sameId(s, d -> d.headerText(text -> text.replace(",", ", "))));
  }

  private static Attack respelled() {
    return attack("rep-spelled", "a used token in another spelling", "V-12")
        .variant("padded", s -> respelled(s, token -> token + "=="))
        .variant("with a blank", s -> respelled(s, token -> token + " "))
        .variant("with a dot", s -> respelled(s, token -> token + "."))
        .variant(
            "with the signature's bits",
            s -> respelled(s, token -> token.substring(0, token.length() - 1) + next(token)));
  }

  // The next digit in the order of base64url, or near it: the bits that it changes are mostly
  // spare.
  private static char next(String token) {
    char last = token.charAt(token.length() - 1);
    return last == 'Z' || last == 'z' || last == '9' || last == '-' || last == '_'
        ? 'B'
        : (char) (last + 1);
  }

  private static Outcome respelled(Scene scene, UnaryOperator<String> spelling) throws IOException {
    String token = scene.genuine();
    return then(scene, token, spelling.apply(token));
  }

  private static Attack twin() {
    return attack("rep-twin", "a used token with the twin of its signature", "V-12")
        .needs(EC_KEY)
        .variant("with an id", s -> twin(s, s.draft()))
        .variant("without an id", s -> twin(s, s.draft().without("jti")));
  }

  private static Outcome twin(Scene scene, Draft draft) throws IOException {
    Parts parts = Parts.of(scene.signed(draft));
    EcNumbers numbers = new EcNumbers((ECPrivateKey) scene.signer().key());
    return then(
        scene, parts.token(), parts.withSignature(numbers.twin(parts.signatureBytes())).token());
  }

  private static Attack resigned() {
    return attack("rep-signed-again", "a used token, signed anew", "V-12")
        .variant("the same input", s -> sameId(s, UnaryOperator.identity()));
  }

  private static Attack withoutId() {
    return attack("rep-no-id", "a used token that has no id", "ExorLive; V-12; V-29")
        .needs(NO_TOKEN_ID)
        .variant("with a time", s -> again(s, s.signed(fresh(s).without("jti"))))
        .variant("without one", s -> again(s, s.signed(fresh(s).without("jti").without("iat"))))
        .variant("with an empty id", s -> again(s, s.signed(fresh(s).claim("jti", ""))))
        .variant("twenty at once", s -> one(s, s.carry(s.signed(fresh(s).without("jti")))));
  }

  // A token without id is told from others by its claims alone.
  private static Draft fresh(Scene scene) {
    return scene.draft().claim(scene.profile().patient(), UUID.randomUUID().toString());
  }

  private static Attack withoutIdResigned() {
    return attack("rep-no-id-spelled", "the same in another spelling of its signature", "V-12")
        .needs(NO_TOKEN_ID, EXORLIVE)
        .variant("padded", s -> respelledWithoutId(s, token -> token + "="))
        .variant("with a dot", s -> respelledWithoutId(s, token -> token + "."))
        .variant("signed anew", s -> signedAnew(s, fresh(s).without("jti")));
  }

  private static Outcome respelledWithoutId(Scene scene, UnaryOperator<String> spelling)
      throws IOException {
    String token = scene.signed(fresh(scene).without("jti"));
    return then(scene, token, spelling.apply(token));
  }

  private static Outcome signedAnew(Scene scene, Draft draft) throws IOException {
    return then(scene, scene.signed(draft), scene.signed(draft));
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
