package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.CLAIMS;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.TOKEN_ID;

import java.util.List;
import java.util.Map;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** Claims that are missing, of another kind, or that show something else than they are. */
public final class ClaimAttacks {
  private static final String TEXT = "Unicode TR 36; V-34";

  private ClaimAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        missing(),
        empty(),
        nothing(),
        otherType(),
        controls(),
        bidi(),
        invisible(),
        noCharacters(),
        blank(),
        tooLong(),
        tokenIdForm(),
        tokenIdShown(),
        otherKind(),
        misplaced());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(CLAIMS, id, description, source).needs(KEY);
  }

  /** Each of some values in each of the claims that are texts. */
  private static Attack inTexts(Attack attack, List<?> values) {
    return attack.<Claim>tokensOf(setup -> Claim.each(setup.profile().texts(), values), Claim::in);
  }

  /** Each of some values in the claims that name user, patient and token. */
  private static Attack inIdentifiers(Attack attack, List<?> values) {
    return attack.<Claim>tokensOf(
        setup -> Claim.each(List.of(setup.profile().user(), setup.profile().patient()), values),
        Claim::in);
  }

  private static Attack missing() {
    return attack(
            "claim-absent", "a claim that is required is left out", "the profile's table; V-32")
        .<String>tokensOf(
            setup -> setup.profile().required(), (s, path) -> s.signed(s.draft().without(path)));
  }

  private static Attack empty() {
    return attack("claim-empty", "a claim that is required is empty", "the profile's table; V-32")
        .<Claim>tokensOf(setup -> Claim.each(setup.profile().required(), List.of("")), Claim::in);
  }

  private static Attack nothing() {
    return attack("claim-null", "a claim that is required is null", "the profile's table; V-32")
        .<Claim>tokensOf(
            setup -> Claim.each(setup.profile().required(), List.of(Json.NULL)), Claim::in);
  }

  private static Attack otherType() {
    return inTexts(
        attack("claim-type", "a claim is no text", "the profile's table; V-34"),
        List.of(1, true, List.of("a"), Map.of("a", "b"), Json.NULL));
  }

  private static Attack controls() {
    return inTexts(
        attack("claim-control", "a claim holds a control character", "V-34; CWE-117"),
        List.of("a\0b", "a\nb", "a\r\nb", "a\u001b[31mb", "a\u007fb", "a\u0085b", "a\u2028b"));
  }

  private static Attack bidi() {
    return inTexts(
        attack("claim-bidi", "a claim reorders what follows on a screen", "CVE-2021-42574; V-34"),
        List.of("a\u202eb", "a\u202db", "a\u2066b", "a\u200fb", "a\u061cb"));
  }

  private static Attack invisible() {
    return inIdentifiers(
        attack("claim-hidden", "an identifier holds what does not show", TEXT),
        List.of(
            "a\u200bb",
            "a\u200db",
            "a\u00adb",
            "a\ufeffb",
            "a\u2060b",
            "a\u180eb",
            "a\ufe0fb",
            "a\u034fb",
            "a\u3164b",
            "a\udb40\udc61b"));
  }

  private static Attack noCharacters() {
    return inIdentifiers(
        attack("claim-noncharacter", "an identifier holds what is no character", TEXT),
        List.of("a\uffffb", "a\ufffeb", "a\ufdd0b", "a\ud83f\udfffb"));
  }

  private static Attack blank() {
    return inIdentifiers(
        attack("claim-blank", "an identifier of blanks", TEXT),
        List.of(" ", "\t", "\u00a0", "\u3000", "\u2003\u2003", "\u200b"));
  }

  private static Attack tooLong() {
    return inIdentifiers(
        attack("claim-long", "an identifier of more than 255 characters", "V-34"),
        List.of("a".repeat(256), "a".repeat(4000)));
  }

  private static Attack tokenIdForm() {
    return attack("jti-type", "jti is no text", "RFC 7519 4.1.7; V-28")
        .tokens(
            List.of(1, true, Json.NULL, List.of(), List.of("1"), Map.of()),
            (s, jti) -> Claims.with(s, "jti", jti));
  }

  private static Attack tokenIdShown() {
    return attack("jti-text", "jti is blank, long, or does not show", "V-28")
        .tokens(
            List.of(
                " ", "\t", "a\0", "a\n", "\u202ea", "\u200b", "a".repeat(256), "a".repeat(5000)),
            (s, jti) -> Claims.with(s, "jti", jti));
  }

  private static Attack otherKind() {
    return attack("claim-kind", "another kind of token of the same partner", "RFC 8725 3.12; V-32")
        .token("an ID token", s -> s.signed(bare(s, "nonce", "n-0S6_WzA2Mj")))
        .token("an access token", s -> s.signed(bare(s, "scope", "openid")))
        .token(
            "a log-out token",
            s ->
                s.signed(
                    bare(
                        s,
                        "events",
                        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))))
        .token("only registered claims", s -> s.signed(bare(s, "x", 1)));
  }

  private static Draft bare(Scene scene, String name, Object value) {
    Draft draft = scene.draft();
    scene.profile().claims().keySet().forEach(draft::without);
    return draft.claim("sub", "24400320").claim(name, value);
  }

  private static Attack misplaced() {
    return attack("claim-place", "claims where no profile looks", "the profile's table; V-32")
        .needs(TOKEN_ID)
        .token(
            "in a list",
            s -> s.signed(s.draft().payloadText(text -> "{\"claims\":[" + text + "]}")))
        .<String>tokensOf(
            setup -> setup.profile().required(),
            (s, path) -> s.signed(s.draft().without(path).header(path, "1")));
  }
}
