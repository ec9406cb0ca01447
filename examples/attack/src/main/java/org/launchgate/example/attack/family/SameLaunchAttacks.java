package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.REPLAY;
import static org.launchgate.example.attack.trial.Need.EC_KEY;
import static org.launchgate.example.attack.trial.Need.EXORLIVE;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.NO_TOKEN_ID;

import java.io.IOException;
import java.security.interfaces.ECPrivateKey;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.EcNumbers;
import org.launchgate.example.attack.token.Parts;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;

/** A launch that was used, in other bytes. */
public final class SameLaunchAttacks {
  private static final String SOURCE = "RFC 7519 4.1.7; ZorgDomein, jti; HTI, jti; V-29";

  private SameLaunchAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        sameId(),
        sameIdOtherHeader(),
        respelled(),
        twin(),
        resigned(),
        withoutId(),
        withoutIdResigned());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(REPLAY, id, description, source).needs(KEY);
  }

  private static Attack sameId() {
    return attack("rep-id", "another token of an id that was used", SOURCE)
        .variant(
            "another patient",
            s -> sameId(s, d -> d.claim(s.profile().patient(), s.profile().otherPatient())))
        .variant(
            "another user",
            s -> sameId(s, d -> d.claim(s.profile().user(), s.profile().otherUser())))
        // Not an earlier one: right after a start it might be told to launch again, which is no no.
        .variant("another time", s -> sameId(s, d -> d.claim("iat", s.now() + 1)))
        .variant("a claim more", s -> sameId(s, d -> d.claim("x", 1)))
        .variant("another order", s -> sameId(s, d -> d.without("iat").claim("iat", s.now())))
        .variant(
            "escapes",
            s -> sameId(s, d -> d.payloadText(text -> text.replace("\"jti\"", "\"\\u006ati\""))));
  }

  private static Outcome sameId(Scene scene, UnaryOperator<Draft> change) throws IOException {
    Draft draft = scene.draft();
    return Replays.then(scene, scene.signed(draft), scene.signed(change.apply(draft)));
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
    return Replays.then(scene, token, spelling.apply(token));
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
    return Replays.then(
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
        .variant("twenty at once", s -> Replays.one(s, s.carry(s.signed(fresh(s).without("jti")))));
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
    return Replays.then(scene, token, spelling.apply(token));
  }

  private static Outcome signedAnew(Scene scene, Draft draft) throws IOException {
    return Replays.then(scene, scene.signed(draft), scene.signed(draft));
  }

  private static Outcome again(Scene scene, String token) throws IOException {
    return Replays.then(scene, token, token);
  }
}
