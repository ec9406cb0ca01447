package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.ANSWER;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Answer;

/** Whether answers keep what they should keep. */
public final class AnswerAttacks {
  private static final int REFERENCES = 20;

  private AnswerAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        refusal(), entry(), cookie(), cleanAddress(), references(), markup(), nobodyCame());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(ANSWER, id, description, source);
  }

  private static Attack refusal() {
    return attack("ans-refusal", "a refusal may be kept, guessed at, or passed on", "V-38; V-39")
        .variant("Cache-Control", s -> has(refused(s), "Cache-Control", "no-store"))
        .variant("Referrer-Policy", s -> has(refused(s), "Referrer-Policy", "no-referrer"))
        .variant(
            "X-Content-Type-Options", s -> has(refused(s), "X-Content-Type-Options", "nosniff"))
        .variant("Content-Type", s -> has(refused(s), "Content-Type", "utf-8"));
  }

  private static Answer refused(Scene scene) throws IOException {
    return scene.browser().send(scene.carry(scene.forged()));
  }

  private static Attack entry() {
    return attack("ans-entry", "the answer to a good launch may be kept or passed on", "V-38")
        .needs(KEY)
        .variant("Cache-Control", s -> has(entered(s), "Cache-Control", "no-store"))
        .variant("Referrer-Policy", s -> has(entered(s), "Referrer-Policy", "no-referrer"))
        .variant(
            "a redirect that makes a GET of a POST",
            s -> Outcome.heldIf(entered(s).status() == 303, "it is no 303"));
  }

  private static Answer entered(Scene scene) throws IOException {
    return scene.browser().send(scene.carry(scene.genuine()));
  }

  private static Outcome has(Answer answer, String name, String part) {
    return Outcome.heldIf(
        answer
            .value(name)
            .map(v -> v.toLowerCase(Locale.ROOT))
            .filter(v -> v.contains(part))
            .isPresent(),
        name + " has no " + part);
  }

  private static Attack cookie() {
    return attack(
            "ans-cookie", "a script or another site gets at the session", "CWE-1004; CWE-614; V-38")
        .needs(KEY)
        .variant("HttpOnly", s -> cookieHas(s, "httponly"))
        .variant("SameSite", s -> cookieHas(s, "samesite="))
        .variant(
            "Secure",
            s -> s.setup().isEncrypted() ? cookieHas(s, "secure") : Outcome.skipped("plain http"));
  }

  private static Outcome cookieHas(Scene scene, String attribute) throws IOException {
    List<String> cookies = entered(scene).values("Set-Cookie");
    return Outcome.heldIf(
        cookies.stream().allMatch(cookie -> cookie.toLowerCase(Locale.ROOT).contains(attribute)),
        "a cookie without " + attribute);
  }

  private static Attack cleanAddress() {
    return attack("ans-address", "the token goes on in an address", "V-38")
        .needs(KEY)
        .variant("Location", s -> clean(s, s.genuine()));
  }

  private static Outcome clean(Scene scene, String token) throws IOException {
    Answer answer = scene.browser().send(scene.carry(token));
    String all = answer.all();
    for (String part : token.split("\\.", -1)) {
      if (all.contains(part)) {
        return Outcome.broken("the answer repeats the token");
      }
    }
    return Outcome.held();
  }

  private static Attack references() {
    return attack("ans-reference", "two refusals have one reference", "V-39")
        .variant(REFERENCES + " refusals", AnswerAttacks::references);
  }

  private static Outcome references(Scene scene) throws IOException {
    Set<String> references = new HashSet<>();
    for (int i = 0; i < REFERENCES; i++) {
      scene.reference(refused(scene)).ifPresent(references::add);
    }
    return Outcome.heldIf(
        references.size() == REFERENCES, references.size() + " references for " + REFERENCES);
  }

  private static Attack markup() {
    return attack("ans-markup", "a page that shows what it was sent", "CWE-79; V-34")
        .tokens(
            List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "${7*7}",
                "%3Cscript%3E"),
            (s, text) -> text)
        .tokens(
            List.of("<script>alert(1)</script>", "'-alert(1)-'"),
            (s, text) ->
                s.draft()
                    .claim("iss", text)
                    .header("kid", text)
                    .signedBy(s.own().signer(s.algorithm())));
  }

  private static Attack nobodyCame() {
    return attack(
            "ans-called",
            "an address out of one of all these tokens was called",
            "RFC 8725 3.10; V-15; V-17")
        .variant("at the end of the run", Scene::undisturbed);
  }
}
