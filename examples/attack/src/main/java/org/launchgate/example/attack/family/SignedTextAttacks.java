package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.launchgate.example.attack.trial.Family.SIGNATURE;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.Hash;
import org.launchgate.example.attack.token.Parts;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** Something else was signed than what is sent. */
public final class SignedTextAttacks {
  private SignedTextAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        otherTokens(),
        changedPayload(),
        changedHeader(),
        ofPayloadAlone(),
        ofHeaderAlone(),
        ofPlainJson(),
        ofOtherSpelling(),
        digest());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(SIGNATURE, id, description, source);
  }

  private static Attack otherTokens() {
    return attack("sig-other-token", "a good signature of another token", "RFC 7515 5.2; V-8")
        .needs(KEY)
        .token(
            "of another launch",
            s -> Parts.of(s.genuine()).withSignature(Parts.of(s.genuine()).signature()).token())
        .token(
            "of the same with other order",
            s -> {
              Draft draft = s.draft();
              String backwards = s.signed(draft.encodedPayload(), draft.encodedHeader());
              return draft.input() + "." + Parts.of(backwards).signature();
            });
  }

  private static Attack changedPayload() {
    return attack("sig-payload", "a claim was changed after signing", "RFC 7515 5.2; V-8")
        .needs(KEY)
        .token(
            "the user", s -> repacked(s, d -> d.claim(s.profile().user(), s.profile().otherUser())))
        .token(
            "the patient",
            s -> repacked(s, d -> d.claim(s.profile().patient(), s.profile().otherPatient())))
        .token("the id", s -> repacked(s, d -> d.claim("jti", "another")))
        .token("the time", s -> repacked(s, d -> d.claim("iat", s.now() - 1)))
        .token("one more", s -> repacked(s, d -> d.claim("admin", true)))
        .token("a blank more", s -> repacked(s, d -> d.payloadText(text -> text + " ")));
  }

  // The claims of another draft under the header and signature of a good token.
  private static String repacked(Scene scene, UnaryOperator<Draft> change) {
    Draft draft = scene.draft();
    String good = scene.signed(draft);
    return Parts.of(good).withPayload(change.apply(draft).encodedPayload()).token();
  }

  private static Attack changedHeader() {
    return attack("sig-header", "the header was changed after signing", "RFC 7515 5.2; V-8")
        .needs(KEY)
        .token("a member more", s -> reheaded(s, d -> d.header("x", 1)))
        .token("another kid", s -> reheaded(s, d -> d.header("kid", "1")))
        .token("without typ", s -> reheaded(s, d -> d.withoutHeader("typ")))
        .token("a blank more", s -> reheaded(s, d -> d.headerText(text -> text + " ")));
  }

  private static String reheaded(Scene scene, UnaryOperator<Draft> change) {
    Draft draft = scene.draft();
    String good = scene.signed(draft);
    return Parts.of(good).withHeader(change.apply(draft).encodedHeader()).token();
  }

  private static Attack ofPayloadAlone() {
    return attack("sig-of-payload", "only the payload was signed", "RFC 7515 5.1; V-8")
        .needs(KEY)
        .token("encoded", s -> over(s, Draft::encodedPayload))
        .token("as JSON", s -> over(s, Draft::payloadText));
  }

  private static Attack ofHeaderAlone() {
    return attack("sig-of-header", "only the header was signed", "RFC 7515 5.1; V-8")
        .needs(KEY)
        .token("encoded", s -> over(s, Draft::encodedHeader))
        .token("with its dot", s -> over(s, d -> d.encodedHeader() + "."))
        .token("nothing at all", s -> over(s, d -> ""));
  }

  private static Attack ofPlainJson() {
    return attack("sig-of-json", "the JSON was signed, not its encoding", "RFC 7515 5.1; V-8")
        .needs(KEY)
        .token("with a dot", s -> over(s, d -> d.headerText() + "." + d.payloadText()))
        .token(
            "payload unencoded (RFC 7797)",
            s -> over(s, d -> d.encodedHeader() + "." + d.payloadText()))
        .token("without a dot", s -> over(s, d -> d.encodedHeader() + d.encodedPayload()));
  }

  private static Attack ofOtherSpelling() {
    return attack(
            "sig-of-spelling", "the input was signed in another spelling", "RFC 7515 5.1; V-8")
        .needs(KEY)
        .token("with a line end", s -> over(s, d -> d.input() + "\n"))
        .token("in lower case", s -> over(s, d -> d.input().toLowerCase(Locale.ROOT)))
        .token("padded", s -> over(s, d -> d.encodedHeader() + "=." + d.encodedPayload() + "="))
        .token("with a dot more", s -> over(s, d -> d.input() + "."))
        .token(
            "hashed before",
            s -> over(s, d -> HexFormat.of().formatHex(Hash.sha256(d.input().getBytes(US_ASCII)))));
  }

  private static String over(Scene scene, Function<Draft, String> input) {
    Draft draft = scene.draft();
    return draft.withSignature(scene.signer().sign(input.apply(draft).getBytes(US_ASCII)));
  }

  private static Attack digest() {
    return attack("sig-digest", "the signature is a hash without a key", "RFC 7515 5.2; V-8")
        .token("SHA-256", s -> unkeyed(s.draft(), d -> Hash.sha256(d.input().getBytes(US_ASCII))))
        .token(
            "SHA-256 of the payload",
            s -> unkeyed(s.draft(), d -> Hash.sha256(d.encodedPayload().getBytes(US_ASCII))));
  }

  private static String unkeyed(Draft draft, Function<Draft, byte[]> hash) {
    return draft.withSignature(hash.apply(draft));
  }
}
