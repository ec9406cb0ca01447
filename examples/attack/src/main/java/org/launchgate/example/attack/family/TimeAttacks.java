package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.TIME;
import static org.launchgate.example.attack.trial.Need.EXPIRY;
import static org.launchgate.example.attack.trial.Need.ISSUED_AT;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.LIFETIME;
import static org.launchgate.example.attack.trial.Need.MAX_AGE;

import java.util.List;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** Too old, from the future, or no time at all. The clock is the deployment's own. */
public final class TimeAttacks {
  private TimeAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        old(),
        oldByAClearMargin(),
        oldUnderExp(),
        future(),
        issuedAtMissing(),
        expired(),
        expiryMissing(),
        beforeIssue(),
        lifetime(),
        notBefore(),
        otherSpelling());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(TIME, id, description, source).needs(KEY);
  }

  /** A token that was issued then, and lives as long as others. */
  private static String issued(Scene scene, long then) {
    Draft draft = scene.draft().claim("iat", then);
    return scene.signed(
        scene.profile().required().contains("exp") ? draft.claim("exp", then + 240) : draft);
  }

  private static Attack old() {
    return attack(
            "time-old", "older than allowed, by seconds", "ZorgDomein, \"Expiry timestamp\"; V-24")
        .needs(MAX_AGE)
        .tokens(
            List.of(2, 3, 5, 10, 29),
            (s, more) -> issued(s, s.now() - s.profile().maxAge().orElseThrow() - more));
  }

  private static Attack oldByAClearMargin() {
    return attack(
            "time-very-old",
            "older than allowed, by far",
            "ZorgDomein, \"Expiry timestamp\"; HTI; V-24")
        .tokens(
            List.of(600, 3600, 86_400, 31_536_000, 1_000_000_000),
            (s, age) -> issued(s, s.now() - age));
  }

  private static Attack oldUnderExp() {
    return attack("time-old-exp", "too old, and exp says otherwise", "V-24")
        .needs(MAX_AGE)
        .tokens(
            List.of(310, 3600, 80_000),
            (s, age) -> s.signed(s.draft().claim("iat", s.now() - age).claim("exp", s.now() + 60)));
  }

  private static Attack future() {
    return attack("time-future", "issued in the future", "RFC 7519 4.1.6; HTI; V-25")
        .tokens(
            List.of(130, 200, 600, 3600, 86_400, 31_536_000),
            (s, ahead) -> issued(s, s.now() + ahead));
  }

  private static Attack issuedAtMissing() {
    return attack("time-iat-absent", "iat is left out", "ZorgDomein, table 1; HTI; V-24")
        .needs(ISSUED_AT)
        .token("left out", s -> s.signed(s.draft().without("iat")))
        .token("in the header", s -> s.signed(s.draft().without("iat").header("iat", s.now())))
        .token("in another case", s -> s.signed(s.draft().without("iat").claim("IAT", s.now())));
  }

  private static Attack expired() {
    return attack("time-expired", "exp is over", "RFC 7519 4.1.4; V-23")
        .tokens(
            List.of(125, 200, 299),
            (s, ago) ->
                s.signed(s.draft().claim("iat", s.now() - ago - 1).claim("exp", s.now() - ago)))
        .tokens(
            List.of(600, 3600, 86_400),
            (s, ago) ->
                s.signed(s.draft().claim("iat", s.now() - ago - 60).claim("exp", s.now() - ago)))
        .tokens(List.of(0, 1), (s, exp) -> Claims.with(s, "exp", exp));
  }

  private static Attack expiryMissing() {
    return attack("time-exp-absent", "exp is left out", "HTI; V-22")
        .needs(EXPIRY)
        .token("left out", s -> s.signed(s.draft().without("exp")))
        .token("in the header", s -> s.signed(s.draft().without("exp").header("exp", s.now() + 60)))
        .token(
            "in another case", s -> s.signed(s.draft().without("exp").claim("Exp", s.now() + 60)));
  }

  private static Attack beforeIssue() {
    return attack("time-exp-iat", "exp is not after iat", "V-23")
        .token("the same", s -> s.signed(s.draft().claim("iat", s.now()).claim("exp", s.now())))
        .token(
            "before it", s -> s.signed(s.draft().claim("iat", s.now()).claim("exp", s.now() - 1)))
        .token(
            "both ahead",
            s -> s.signed(s.draft().claim("iat", s.now() + 10).claim("exp", s.now() + 5)));
  }

  private static Attack lifetime() {
    return attack("time-lifetime", "exp is too far from iat", "HTI; V-23")
        .needs(LIFETIME)
        .tokens(
            List.of(1, 2, 60, 86_400, 31_536_000, 2_000_000_000),
            (s, more) ->
                s.signed(
                    s.draft()
                        .claim("iat", s.now())
                        .claim("exp", s.now() + s.profile().maxLifetime().orElseThrow() + more)));
  }

  private static Attack notBefore() {
    return attack("time-nbf", "nbf is still to come", "RFC 7519 4.1.5; V-25")
        .tokens(
            List.of(130, 600, 3600, 31_536_000),
            (s, ahead) -> Claims.with(s, "nbf", s.now() + ahead));
  }

  private static Attack otherSpelling() {
    return attack("time-spelled", "a good time behind a bad one", "RFC 7519 4; V-5")
        .token(
            "iat twice",
            s -> s.signed(s.draft().payloadText(text -> "{\"iat\":1," + text.substring(1))))
        .token(
            "exp twice",
            s ->
                s.signed(
                    s.draft()
                        .claim("exp", s.now() + 60)
                        .payloadText(text -> "{\"exp\":1," + text.substring(1))))
        .token(
            "nbf twice",
            s ->
                s.signed(
                    s.draft()
                        .claim("nbf", 1)
                        .payloadText(text -> "{\"nbf\":2," + text.substring(1))));
  }
}
