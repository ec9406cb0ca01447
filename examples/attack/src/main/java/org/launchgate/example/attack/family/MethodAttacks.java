package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.PROTOCOL;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.io.IOException;
import java.util.List;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Request;

/** HTTP methods that are no launch, and browsers that only look ahead. */
public final class MethodAttacks {
  private MethodAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(otherMethod(), unknownMethod(), methodInDisguise(), prefetch());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(PROTOCOL, id, description, source);
  }

  private static Attack otherMethod() {
    Attack attack =
        attack("pro-method", "another method uses a token up, or logs in", "RFC 9110 9.2.1; V-37")
            .needs(KEY);
    for (String method : List.of("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE")) {
      attack.variant(method, s -> unused(s, s.genuine(), method));
    }
    return attack;
  }

  private static Attack unknownMethod() {
    Attack attack =
        attack("pro-unknown-method", "a method that nobody knows", "RFC 9110 9.1; V-37").needs(KEY);
    for (String method :
        List.of("PROPFIND", "COPY", "FOO", "get", "Post", "GETT", "CONNECT", "PRI")) {
      attack.variant(method, s -> unused(s, s.genuine(), method));
    }
    return attack;
  }

  private static Outcome unused(Scene scene, String token, String method) throws IOException {
    return unused(scene, token, scene.carry(token).withMethod(method));
  }

  /** A request that must leave the token as good as it was. */
  private static Outcome unused(Scene scene, String token, Request request) throws IOException {
    Answer answer = scene.browser().send(request);
    return scene.quiet(answer, token).and(() -> scene.accepted(token));
  }

  private static Attack methodInDisguise() {
    Attack attack = attack("pro-override", "a method in disguise", "RFC 9110 9.1; V-37").needs(KEY);
    for (String name : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
      attack.variant(
          name, s -> s.refused(s.carry(s.genuine()).withMethod("PUT").with(name, usual(s))));
    }
    return attack;
  }

  private static String usual(Scene scene) {
    return scene.carry("").method();
  }

  private static Attack prefetch() {
    Attack attack =
        attack("pro-prefetch", "a browser that only looks ahead uses a token up", "V-37")
            .needs(KEY);
    for (String purpose :
        List.of(
            "Sec-Purpose: prefetch",
            "Sec-Purpose: prefetch;prerender",
            "Sec-Purpose: Prefetch",
            "Purpose: prefetch",
            "X-Moz: prefetch",
            "X-Purpose: preview")) {
      attack.variant(purpose, s -> prefetched(s, s.genuine(), purpose.split(": ", -1)));
    }
    return attack;
  }

  private static Outcome prefetched(Scene scene, String token, String[] purpose)
      throws IOException {
    return unused(scene, token, scene.carry(token).with(purpose[0], purpose[1]));
  }
}
