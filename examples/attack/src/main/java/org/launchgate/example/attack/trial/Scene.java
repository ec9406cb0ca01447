package org.launchgate.example.attack.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.launchgate.example.attack.token.Base64Url;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.OwnKeys;
import org.launchgate.example.attack.token.Signer;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Browser;
import org.launchgate.example.attack.wire.Request;
import org.launchgate.example.attack.wire.Wire;

/** A deployment under attack: what is sent to it, and how its answers are judged. */
public final class Scene {
  public static final String FORM = "application/x-www-form-urlencoded";
  private static final int SAMPLES = 4;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Setup setup;
  private final Wire wire;
  private final Bait bait;
  private final OwnKeys own = new OwnKeys();
  private final long clockOffset;
  private final UsualRefusal usual;
  private Set<String> sessionCookies = Set.of();
  private int seenKnocks;

  private Scene(Setup setup, Wire wire, Bait bait) throws IOException {
    this.setup = setup;
    this.wire = wire;
    this.bait = bait;
    List<Answer> refusals = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      refusals.add(browser().send(carry(forged())));
    }
    this.usual = UsualRefusal.of(refusals);
    this.clockOffset = offset(refusals.get(0));
  }

  /**
   * Looks at a deployment.
   *
   * @throws IOException when it does not answer
   */
  public static Scene of(Setup setup, Wire wire, Bait bait) throws IOException {
    return new Scene(setup, wire, bait);
  }

  public Setup setup() {
    return setup;
  }

  public Profile profile() {
    return setup.profile();
  }

  public Wire wire() {
    return wire;
  }

  public OwnKeys own() {
    return own;
  }

  /** Where a token may tempt the deployment to go. */
  public String bait() {
    return bait.authority();
  }

  /** Whether nobody came to the bait since this was asked last. */
  public Outcome undisturbed() {
    int before = seenKnocks;
    seenKnocks = bait.knocks();
    return Outcome.heldIf(seenKnocks == before, "the deployment called an address out of a token");
  }

  /** The deployment's time in seconds, as its answers tell it. */
  public long now() {
    return Instant.now().getEpochSecond() + clockOffset;
  }

  /** Somebody who was never here. */
  public Browser browser() {
    return new Browser(wire);
  }

  /** The status of the usual refusal. */
  public int usualStatus() {
    return usual.status();
  }

  /** The reference of a refusal. */
  public Optional<String> reference(Answer answer) {
    return usual.reference(answer);
  }

  // Tokens

  /** The algorithm of good tokens. */
  public String algorithm() {
    return setup.signer().map(Signer::algorithm).orElse("RS256");
  }

  /** The partner's key. */
  public Signer signer() {
    return setup.signer().orElseGet(() -> own.signer(algorithm()));
  }

  /** The partner's public key. */
  public PublicKey publicKey() {
    return setup.publicKey().orElseThrow();
  }

  /** A good token that is not signed yet, of an id that no other has. */
  public Draft draft() {
    Draft draft = new Draft(setup.profile().claims());
    setup.claims().forEach(draft::claim);
    draft.header("alg", algorithm()).header("typ", "JWT");
    setup.keyId().ifPresent(kid -> draft.header("kid", kid));
    setup.issuer().ifPresent(iss -> draft.claim("iss", iss));
    setup.audience().ifPresent(aud -> draft.claim("aud", aud));
    draft.claim("jti", UUID.randomUUID().toString()).claim("iat", now());
    return setup.profile().required().contains("exp") ? draft.claim("exp", now() + 240) : draft;
  }

  /** A good token. */
  public String genuine() {
    return signed(draft());
  }

  /** A draft, signed by the partner. */
  public String signed(Draft draft) {
    return draft.signedBy(signer());
  }

  /** Two encoded parts, whatever they look like, signed by the partner just so. */
  public String signed(String header, String payload) {
    String input = header + "." + payload;
    return input + "." + Base64Url.of(signer().sign(input.getBytes(UTF_8)));
  }

  /** A token by a key that nobody trusts. */
  public String forged() {
    return draft().signedBy(own.signer(algorithm()));
  }

  // Requests

  /** Sends a token as the profile does. */
  public Request carry(String token) {
    return profile().takesLinks() ? link(token) : form(token);
  }

  /** A link with a token. */
  public Request link(String token) {
    return Request.get(setup.path() + "?" + profile().field() + "=" + encoded(token));
  }

  /** A form with a token. */
  public Request form(String token) {
    return formBody(profile().field() + "=" + encoded(token));
  }

  /** A posted body of a form. */
  public Request formBody(String body) {
    return Request.post(setup.path(), FORM, body.getBytes(UTF_8));
  }

  /** A text as it stands in queries and forms. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  // Judgement

  /** A token that has to be refused, in the same words as every other. */
  public Outcome denied(String token) throws IOException {
    return denied(carry(token), token);
  }

  /** A request that has to be refused, in the same words as every other. */
  public Outcome denied(Request request, String... secrets) throws IOException {
    return denied(browser(), request, secrets);
  }

  /** A trial that has to be over soon, whatever the token asks for. */
  public Outcome quickly(Trial.Step step) throws IOException {
    long begin = System.nanoTime();
    Outcome outcome = step.run();
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    return outcome.and(
        () ->
            Outcome.heldIf(
                time.compareTo(SOON) < 0, "it took " + time.toMillis() + " ms to refuse"));
  }

  /** A request of somebody that has to be refused, in the same words as every other. */
  public Outcome denied(Browser browser, Request request, String... secrets) throws IOException {
    Answer answer = browser.send(request);
    return refusal(answer, secrets)
        .and(() -> usual.difference(answer).map(Outcome::broken).orElse(Outcome.held()));
  }

  /** A request of somebody that has to be refused, in whatever words. */
  public Outcome refused(Browser browser, Request request, String... secrets) throws IOException {
    return refusal(browser.send(request), secrets);
  }

  /** A request that has to be refused, in whatever words. */
  public Outcome refused(Request request, String... secrets) throws IOException {
    return refusal(browser().send(request), secrets);
  }

  /** An answer that has to be a refusal, in whatever words; 501 and 505 are HTTP's own. */
  public Outcome refusal(Answer answer, String... secrets) {
    int status = answer.status();
    if (answer.isSuccess()) {
      return Outcome.broken(
          "got in: answered " + status + (setsSession(answer) ? " and a session" : ""));
    }
    if (status >= 500 && status != 501 && status != 505) {
      return Outcome.broken("answered " + status + ", which is no refusal");
    }
    return quiet(answer, secrets);
  }

  /** An answer that must neither log in nor tell anything, whatever else it says. */
  public Outcome quiet(Answer answer, String... secrets) {
    if (setsSession(answer)) {
      return Outcome.broken("answered " + answer.status() + " and a session");
    }
    return Leak.in(answer, List.of(secrets)).map(Outcome::broken).orElse(Outcome.held());
  }

  /** Whether an answer sets the cookie of a session; any cookie where none is known yet. */
  public boolean setsSession(Answer answer) {
    return answer.values("Set-Cookie").stream()
        .map(cookie -> cookie.split("=", 2)[0].strip())
        .anyMatch(name -> sessionCookies.isEmpty() || sessionCookies.contains(name));
  }

  /** The cookies by which a session is known. */
  public Set<String> sessionCookies() {
    return sessionCookies;
  }

  /** Learns from a good launch by what cookies a session is known. */
  public void learnSession(Browser launched) {
    sessionCookies = Set.copyOf(launched.cookies().keySet());
  }

  // Good launches

  /** Whether a token leads in, and what its answer was. */
  public Answer launch(Browser browser, String token) throws IOException {
    return launch(browser, carry(token));
  }

  /** Sends a request and follows where it leads. */
  public Answer launch(Browser browser, Request request) throws IOException {
    Answer answer = browser.send(request);
    browser.follow(answer, setup.path());
    return answer;
  }

  /** A good token that has to be accepted, from somebody who was never here. */
  public Outcome accepted(String token) throws IOException {
    return accepted(browser(), token);
  }

  /** A good token that has to be accepted. */
  public Outcome accepted(Browser browser, String token) throws IOException {
    Answer answer = launch(browser, token);
    if (!answer.isSuccess()) {
      return Outcome.broken("a good launch was answered " + answer.status());
    }
    return Outcome.heldIf(isIn(browser), "a good launch led to no session");
  }

  /** Whether somebody is logged in: by the probe, or by their cookies where there is none. */
  public boolean isIn(Browser browser) throws IOException {
    if (setup.whoami().isEmpty()) {
      return sessionCookies.isEmpty()
          ? !browser.cookies().isEmpty()
          : browser.cookies().keySet().containsAll(sessionCookies);
    }
    return whoami(browser).status() == 200;
  }

  /** What the probe says to somebody. */
  public Answer whoami(Browser browser) throws IOException {
    URI probe = setup.whoami().orElseThrow();
    return browser.send(Request.of("GET", probe.getRawPath()).with("Accept", "application/json"));
  }

  /** A log-out, as a form of the application sends it. */
  public Request logout() {
    return Request.post(setup.logout().orElseThrow().getRawPath(), FORM, "x=1".getBytes(UTF_8));
  }

  private static long offset(Answer answer) {
    return answer
        .value("Date")
        .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
        .map(date -> date.getEpochSecond() - Instant.now().getEpochSecond())
        .orElse(0L);
  }
}
