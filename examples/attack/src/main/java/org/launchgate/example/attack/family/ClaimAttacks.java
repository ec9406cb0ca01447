package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.CLAIMS;
import static org.launchgate.example.attack.trial.Need.EXORLIVE;
import static org.launchgate.example.attack.trial.Need.HTI;
import static org.launchgate.example.attack.trial.Need.HTI_1;
import static org.launchgate.example.attack.trial.Need.HTI_2;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.TOKEN_ID;
import static org.launchgate.example.attack.trial.Need.ZORGDOMEIN;

import java.util.ArrayList;
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
        misplaced(),
        zorgdomeinSystem(),
        zorgdomeinHalf(),
        exorliveDate(),
        exorliveContact(),
        htiReference(),
        htiTask(),
        htiVersion(),
        htiTask1());
  }

  /** One claim with one value. */
  private record Claim(String path, Object value) {
    @Override
    public String toString() {
      return path + ": " + Json.of(value);
    }
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(CLAIMS, id, description, source).needs(KEY);
  }

  private static String with(Scene scene, Claim claim) {
    return scene.signed(scene.draft().claim(claim.path(), claim.value()));
  }

  /** Each of some values in each of the claims that are texts. */
  private static Attack inTexts(Attack attack, List<?> values) {
    return attack.<Claim>tokensOf(
        setup -> each(setup.profile().texts(), values), ClaimAttacks::with);
  }

  /** Each of some values in the claims that name user, patient and token. */
  private static Attack inIdentifiers(Attack attack, List<?> values) {
    return attack.<Claim>tokensOf(
        setup -> each(List.of(setup.profile().user(), setup.profile().patient()), values),
        ClaimAttacks::with);
  }

  private static List<Claim> each(List<String> paths, List<?> values) {
    List<Claim> all = new ArrayList<>();
    for (String path : paths) {
      values.forEach(value -> all.add(new Claim(path, value)));
    }
    return all;
  }

  private static Attack missing() {
    return attack(
            "claim-absent", "a claim that is required is left out", "the profile's table; V-32")
        .<String>tokensOf(
            setup -> setup.profile().required(), (s, path) -> s.signed(s.draft().without(path)));
  }

  private static Attack empty() {
    return attack("claim-empty", "a claim that is required is empty", "the profile's table; V-32")
        .<Claim>tokensOf(
            setup -> each(setup.profile().required(), List.of("")), ClaimAttacks::with);
  }

  private static Attack nothing() {
    return attack("claim-null", "a claim that is required is null", "the profile's table; V-32")
        .<Claim>tokensOf(
            setup -> each(setup.profile().required(), List.of(Json.NULL)), ClaimAttacks::with);
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
            (s, jti) -> with(s, new Claim("jti", jti)));
  }

  private static Attack tokenIdShown() {
    return attack("jti-text", "jti is blank, long, or does not show", "V-28")
        .tokens(
            List.of(
                " ", "\t", "a\0", "a\n", "\u202ea", "\u200b", "a".repeat(256), "a".repeat(5000)),
            (s, jti) -> with(s, new Claim("jti", jti)));
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

  private static Attack zorgdomeinSystem() {
    return attack("zd-system", "a system that table 2 does not have", "ZorgDomein, table 2")
        .needs(ZORGDOMEIN)
        .<Claim>tokensOf(
            setup ->
                each(
                    List.of("user-id.system", "org-id.system"),
                    List.of("AGB-Z", "agb", "agb-z ", "bsn", "*", "agb-z,big", "\uff41gb-z")),
            ClaimAttacks::with);
  }

  private static Attack zorgdomeinHalf() {
    return attack("zd-half", "half of an identifier", "ZorgDomein, table 1")
        .needs(ZORGDOMEIN)
        .token(
            "a responsible without value",
            s -> with(s, new Claim("responsible-id.system", "agb-z")))
        .token(
            "a responsible without system",
            s -> with(s, new Claim("responsible-id.value", "01234567")))
        .token(
            "a responsible of another system",
            s ->
                s.signed(
                    s.draft()
                        .claim("responsible-id.system", "x")
                        .claim("responsible-id.value", "1")))
        .token(
            "in an object",
            s ->
                s.signed(
                    s.draft()
                        .without("user-id.value")
                        .claim("user-id", Map.of("value", "01029999"))));
  }

  private static Attack exorliveDate() {
    return attack("el-date", "a birth date that no calendar has", "ExorLive, payload; V-34")
        .needs(EXORLIVE)
        .tokens(
            List.of(
                "1969-13-01",
                "1969-02-30",
                "13-11-1969",
                "19691113",
                "1969-1-1",
                "1969-11-13T00:00:00Z",
                " 1969-11-13",
                "tomorrow",
                19691113),
            (s, date) -> with(s, new Claim("contact/birthdate", date)));
  }

  private static Attack exorliveContact() {
    return attack("el-contact", "a contact that is none", "ExorLive, payload")
        .needs(EXORLIVE)
        .tokens(
            List.of("2f3fb098", List.of(), Map.of(), 1, Json.NULL, List.of(Map.of("id", "1"))),
            (s, contact) -> with(s, new Claim("contact", contact)))
        .token("flat", s -> s.signed(s.draft().without("contact").claim("contact.id", "1")));
  }

  private static Attack htiReference() {
    return attack("hti-reference", "a reference that leads to nobody", "HTI, claims; V-33")
        .needs(HTI)
        .<Claim>tokensOf(
            setup ->
                each(
                    List.of("sub", setup.profile().patient()),
                    List.of(
                        "82421",
                        "Patient/",
                        "/400",
                        "Patient",
                        "Device/1",
                        "patient/400",
                        "Patient/400/5",
                        "Patient/../400",
                        "Patient/a b",
                        "Patient/" + "1".repeat(65),
                        "https://a.example/Patient/400",
                        "Patient/400#1",
                        "Patient\\400")),
            ClaimAttacks::with);
  }

  private static Attack htiTask() {
    return attack("hti-task", "a task that is none", "HTI 2.0, claims; V-33")
        .needs(HTI_2)
        .<Claim>tokensOf(
            setup ->
                each(
                    List.of("resource"),
                    List.of(
                        "11",
                        "Task/",
                        "Patient/400",
                        "task/11",
                        "Task/1/2",
                        "https://a.example/Task/11")),
            ClaimAttacks::with)
        .<Claim>tokensOf(
            setup -> each(List.of("definition"), List.of("no url", "/", "")).subList(0, 2),
            ClaimAttacks::with);
  }

  private static Attack htiVersion() {
    return attack("hti-version", "another version than the token has", "HTI, claims")
        .needs(HTI)
        .tokens(
            List.of("3.0", "1.0", "2", "*", 2, Json.NULL, List.of("2.0")),
            (s, version) -> with(s, new Claim("hti-version", version)));
  }

  private static Attack htiTask1() {
    return attack("hti-task-1", "a task that is none", "HTI 1.1, claims")
        .needs(HTI_1)
        .tokens(
            List.of("Task/11", List.of(), 1, Json.NULL, Map.of("id", "11")),
            (s, task) -> with(s, new Claim("task", task)))
        .token("another resource", s -> with(s, new Claim("task/resourceType", "Patient")))
        .token("another FHIR version", s -> with(s, new Claim("fhir-version", "R2")));
  }
}
