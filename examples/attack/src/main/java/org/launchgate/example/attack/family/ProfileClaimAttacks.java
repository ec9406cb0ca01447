package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.CLAIMS;
import static org.launchgate.example.attack.trial.Need.EXORLIVE;
import static org.launchgate.example.attack.trial.Need.HTI;
import static org.launchgate.example.attack.trial.Need.HTI_1;
import static org.launchgate.example.attack.trial.Need.HTI_2;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.ZORGDOMEIN;

import java.util.List;
import java.util.Map;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Attack;

/** Claims that one profile alone has rules for. */
public final class ProfileClaimAttacks {
  private ProfileClaimAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        zorgdomeinSystem(),
        zorgdomeinHalf(),
        exorliveDate(),
        exorliveContact(),
        htiReference(),
        htiTask(),
        htiVersion(),
        htiTask1());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(CLAIMS, id, description, source).needs(KEY);
  }

  private static Attack zorgdomeinSystem() {
    return attack("zd-system", "a system that table 2 does not have", "ZorgDomein, table 2")
        .needs(ZORGDOMEIN)
        .<Claim>tokensOf(
            setup ->
                Claim.each(
                    List.of("user-id.system", "org-id.system"),
                    List.of("AGB-Z", "agb", "agb-z ", "bsn", "*", "agb-z,big", "\uff41gb-z")),
            Claim::in);
  }

  private static Attack zorgdomeinHalf() {
    return attack("zd-half", "half of an identifier", "ZorgDomein, table 1")
        .needs(ZORGDOMEIN)
        .token("a responsible without value", s -> Claims.with(s, "responsible-id.system", "agb-z"))
        .token(
            "a responsible without system", s -> Claims.with(s, "responsible-id.value", "01234567"))
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
            (s, date) -> Claims.with(s, "contact/birthdate", date));
  }

  private static Attack exorliveContact() {
    return attack("el-contact", "a contact that is none", "ExorLive, payload")
        .needs(EXORLIVE)
        .tokens(
            List.of("2f3fb098", List.of(), Map.of(), 1, Json.NULL, List.of(Map.of("id", "1"))),
            (s, contact) -> Claims.with(s, "contact", contact))
        .token("flat", s -> s.signed(s.draft().without("contact").claim("contact.id", "1")));
  }

  private static Attack htiReference() {
    return attack("hti-reference", "a reference that leads to nobody", "HTI, claims; V-33")
        .needs(HTI)
        .<Claim>tokensOf(
            setup ->
                Claim.each(
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
            Claim::in);
  }

  private static Attack htiTask() {
    return attack("hti-task", "a task that is none", "HTI 2.0, claims; V-33")
        .needs(HTI_2)
        .<Claim>tokensOf(
            setup ->
                Claim.each(
                    List.of("resource"),
                    List.of(
                        "11",
                        "Task/",
                        "Patient/400",
                        "task/11",
                        "Task/1/2",
                        "https://a.example/Task/11")),
            Claim::in)
        .<Claim>tokensOf(
            setup -> Claim.each(List.of("definition"), List.of("no url", "/", "")).subList(0, 2),
            Claim::in);
  }

  private static Attack htiVersion() {
    return attack("hti-version", "another version than the token has", "HTI, claims")
        .needs(HTI)
        .tokens(
            List.of("3.0", "1.0", "2", "*", 2, Json.NULL, List.of("2.0")),
            (s, version) -> Claims.with(s, "hti-version", version));
  }

  private static Attack htiTask1() {
    return attack("hti-task-1", "a task that is none", "HTI 1.1, claims")
        .needs(HTI_1)
        .tokens(
            List.of("Task/11", List.of(), 1, Json.NULL, Map.of("id", "11")),
            (s, task) -> Claims.with(s, "task", task))
        .token("another resource", s -> Claims.with(s, "task/resourceType", "Patient"))
        .token("another FHIR version", s -> Claims.with(s, "fhir-version", "R2"));
  }
}
