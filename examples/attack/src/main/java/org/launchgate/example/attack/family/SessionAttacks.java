package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.SESSION;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.LOGOUT;
import static org.launchgate.example.attack.trial.Need.WHOAMI;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.trial.AtOnce;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Browser;
import org.launchgate.example.attack.wire.Request;

/** A session that somebody else chose, knows, or had before. */
public final class SessionAttacks {
  private SessionAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        otherUser(),
        otherUserAtOnce(),
        refusedInSession(),
        guessed(),
        forgedUser(),
        logout(),
        logoutForged(),
        inAddress());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(SESSION, id, description, source).needs(KEY, WHOAMI);
  }

  private static Draft ofOther(Scene scene) {
    return scene.draft().claim(scene.profile().user(), scene.profile().otherUser());
  }

  private static Attack otherUser() {
    return attack("ses-other-user", "another user's launch in a session that is somebody's", "V-38")
        .variant("the first one's id", SessionAttacks::otherUser);
  }

  private static Outcome otherUser(Scene scene) throws IOException {
    Browser browser = scene.browser();
    Outcome first = scene.accepted(browser, scene.genuine());
    Browser left = scene.browser().withCookiesOf(browser);
    return first
        .and(() -> scene.accepted(browser, scene.signed(ofOther(scene))))
        .and(
            () ->
                Outcome.heldIf(
                    isUntouched(scene, browser)
                        || (!scene.isIn(left)
                            && shows(scene, browser, scene.profile().otherUser())),
                    "the second user is not who is logged in, or the first one's session goes on"));
  }

  // A deployment may ask before it lets somebody in place of somebody else.
  private static boolean isUntouched(Scene scene, Browser browser) throws IOException {
    return shows(scene, browser, userOf(scene))
        && !shows(scene, browser, scene.profile().otherUser());
  }

  private static boolean shows(Scene scene, Browser browser, String value) throws IOException {
    return scene.whoami(browser).text().contains(value);
  }

  private static Attack otherUserAtOnce() {
    Attack attack = attack("ses-race", "two users' launches at once in one session", "V-38");
    for (int i = 1; i <= 5; i++) {
      attack.variant("round " + i, SessionAttacks::race);
    }
    return attack;
  }

  // Whoever got in sees their own user and never the other's.
  private static Outcome race(Scene scene) throws IOException {
    Browser shared = scene.browser();
    Outcome before = scene.accepted(shared, scene.genuine());
    String user = userOf(scene);
    String other = scene.profile().otherUser();
    Callable<Outcome> same = () -> launchedAs(scene, shared, scene.genuine(), user, other);
    Callable<Outcome> another =
        () -> launchedAs(scene, shared, scene.signed(ofOther(scene)), other, user);
    List<Callable<Outcome>> all = new ArrayList<>(List.of(same, another, same, another));
    Outcome outcome = before;
    for (Outcome each : AtOnce.answers(all)) {
      outcome = outcome.and(() -> each);
    }
    return outcome;
  }

  private static String userOf(Scene scene) {
    String path = scene.profile().user();
    Object example = scene.profile().claims().get(path);
    return String.valueOf(scene.setup().claims().getOrDefault(path, example));
  }

  private static Outcome launchedAs(
      Scene scene, Browser shared, String token, String own, String other) throws IOException {
    Browser browser = scene.browser().withCookiesOf(shared);
    Answer answer = browser.send(scene.carry(token));
    if (!answer.isSuccess() || !scene.setsSession(answer)) {
      return Outcome.held(); // it went on in the shared session, which the other may have ended
    }
    String shown = scene.whoami(browser).text();
    return Outcome.heldIf(!shown.contains(other) || shown.contains(own), "one user sees the other");
  }

  private static Attack refusedInSession() {
    return attack("ses-refused", "a bad launch changes who is logged in", "V-38")
        .variant(
            "a forged one", s -> unchanged(s, ofOther(s).signedBy(s.own().signer(s.algorithm()))))
        .variant(
            "an expired one", s -> unchanged(s, s.signed(ofOther(s).claim("exp", s.now() - 600))))
        .variant(
            "one of another patient",
            s ->
                unchanged(
                    s,
                    s.draft()
                        .claim(s.profile().patient(), s.profile().otherPatient())
                        .withSignature(new byte[64])));
  }

  private static Outcome unchanged(Scene scene, String bad) throws IOException {
    Browser browser = scene.browser();
    Outcome in = scene.accepted(browser, scene.genuine());
    String before = scene.whoami(browser).text();
    Map<String, String> cookies = browser.cookies();
    return in.and(() -> scene.denied(browser, scene.carry(bad), bad))
        .and(
            () ->
                Outcome.heldIf(
                    scene.whoami(browser).text().equals(before), "it is somebody else now"))
        .and(() -> Outcome.heldIf(browser.cookies().equals(cookies), "the session is another now"));
  }

  private static Attack guessed() {
    return attack("ses-guessed", "a session id that is almost a good one", "CWE-330; V-38")
        .variant("another sign in the middle", s -> guessed(s, SessionAttacks::withAnotherSign))
        .variant(
            "another case",
            s ->
                guessed(
                    s,
                    id ->
                        id.equals(id.toLowerCase(Locale.ROOT))
                            ? id.toUpperCase(Locale.ROOT)
                            : id.toLowerCase(Locale.ROOT)))
        .variant("half of it", s -> guessed(s, id -> id.substring(0, id.length() / 2)))
        .variant("empty", s -> guessed(s, id -> ""))
        .variant("an injection", s -> guessed(s, id -> "' OR '1'='1"));
  }

  // Not the last one: behind a dot, Jetty's cookie names the node, which is no part of the id.
  private static String withAnotherSign(String id) {
    int middle = id.length() / 2;
    char other = id.charAt(middle) == '0' ? '1' : '0';
    return id.substring(0, middle) + other + id.substring(middle + 1);
  }

  private static Outcome guessed(Scene scene, UnaryOperator<String> guess) throws IOException {
    Browser browser = scene.browser();
    Outcome in = scene.accepted(browser, scene.genuine());
    Browser guesser = scene.browser();
    browser.cookies().forEach((name, id) -> guesser.withCookie(name, guess.apply(id)));
    return in.and(() -> Outcome.heldIf(!scene.isIn(guesser), "a guessed session is logged in"));
  }

  private static Attack forgedUser() {
    Attack attack = attack("ses-header", "a header says who is logged in", "CWE-290; V-34");
    for (String name :
        List.of(
            "Remote-User",
            "X-Remote-User",
            "REMOTE_USER",
            "X-Forwarded-User",
            "X-User",
            "X-Authenticated-User")) {
      attack.variant(name, s -> nobody(s, name, "demo-xis|agb-z|01029999"));
    }
    return attack
        .variant("Authorization: Bearer", s -> nobody(s, "Authorization", "Bearer " + s.genuine()))
        .variant("Authorization: Basic", s -> nobody(s, "Authorization", "Basic YWRtaW46YWRtaW4="));
  }

  private static Outcome nobody(Scene scene, String name, String value) throws IOException {
    String probe = scene.setup().whoami().orElseThrow().getRawPath();
    int status = scene.browser().send(Request.get(probe).with(name, value)).status();
    return Outcome.heldIf(status != 200, "a header logs in");
  }

  private static Attack logout() {
    return attack("ses-logout", "a session goes on after its log-out", "CWE-613; V-38")
        .needs(LOGOUT)
        .variant("in the same browser", s -> loggedOut(s));
  }

  private static Outcome loggedOut(Scene scene) throws IOException {
    Browser browser = scene.browser();
    Outcome in = scene.accepted(browser, scene.genuine());
    Browser kept = scene.browser().withCookiesOf(browser);
    browser.send(scene.logout());
    return in.and(() -> Outcome.heldIf(!scene.isIn(kept), "the session goes on"));
  }

  private static Attack logoutForged() {
    return attack("ses-logout-forged", "another site logs the user out", "CWE-352")
        .needs(LOGOUT)
        .variant("by a link", s -> stillIn(s, s.logout().withMethod("GET").withBody(new byte[0])))
        .variant(
            "by a form",
            s ->
                stillIn(
                    s,
                    s.logout()
                        .with("Origin", "https://evil.example")
                        .with("Sec-Fetch-Site", "cross-site")));
  }

  private static Outcome stillIn(Scene scene, Request request) throws IOException {
    Browser browser = scene.browser();
    Outcome in = scene.accepted(browser, scene.genuine());
    browser.send(request);
    return in.and(
        () -> Outcome.heldIf(scene.isIn(browser), "another site has logged the user out"));
  }

  private static Attack inAddress() {
    return attack("ses-address", "the session id stands in an address", "CWE-598; V-38")
        .variant("Location and page", SessionAttacks::notInAddress);
  }

  private static Outcome notInAddress(Scene scene) throws IOException {
    Browser browser = scene.browser();
    Answer answer = browser.send(scene.carry(scene.genuine()));
    String location = answer.value("Location").orElse("");
    return Outcome.heldIf(
        !location.toLowerCase(Locale.ROOT).contains("sessionid")
            && browser.cookies().values().stream().noneMatch(location::contains),
        "the address has the session's id");
  }
}
