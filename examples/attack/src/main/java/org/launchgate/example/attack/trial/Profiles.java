package org.launchgate.example.attack.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The kinds of launch that are known here, each with the claims that its document prints. */
public final class Profiles {
  private static final long FIVE_MINUTES = 300;
  private static final long DAY = 86_400;
  private static final List<String> HTI_REGISTERED = List.of("iss", "aud", "jti", "iat", "exp");

  private static final Profile ZORGDOMEIN =
      new Profile(
          "zorgdomein",
          "token",
          true,
          true,
          false,
          true,
          OptionalLong.of(FIVE_MINUTES),
          OptionalLong.empty(),
          map(
              "user-id.system", "agb-z",
              "user-id.value", "01029999",
              "org-id.system", "agb-z",
              "org-id.value", "05029999",
              "context.patient-id", "5a4fc42a-1847-4862-a5da-7af86ac23968",
              "context.icpc", "T90",
              "context.xis-transaction-id", "6fb34257-7e0d-41a1-b8a7-417a50de6d39"),
          "user-id.value",
          "01029998",
          "context.patient-id",
          "456-789",
          "org-id.value",
          List.of(
              "iss",
              "jti",
              "iat",
              "user-id.system",
              "user-id.value",
              "org-id.system",
              "org-id.value"),
          List.of(
              "jti",
              "user-id.system",
              "user-id.value",
              "org-id.system",
              "org-id.value",
              "context.patient-id",
              "context.icpc",
              "context.xis-transaction-id"));

  private static final Profile EXORLIVE =
      new Profile(
          "exorlive",
          "payload",
          false,
          false,
          false,
          true,
          OptionalLong.of(FIVE_MINUTES),
          OptionalLong.of(DAY),
          map(
              "employeeId", "2f3fb098",
              "employeeUsername", "mando",
              "employeeFirstname", "Mando",
              "employeeLastname", "Lorian",
              "employeeEmail", "",
              "organizationName", "Tatooine",
              "organizationId", "ace615c2",
              "contact",
                  map(
                      "id", "2f3fb098",
                      "birthdate", "1969-11-13",
                      "ssn", "13116900216",
                      "gender", "male",
                      "firstname", "Baby",
                      "middlename", "",
                      "lastname", "Yoda",
                      "mobile", "99900000",
                      "email", "",
                      "diagnosis", "L02")),
          "employeeId",
          "77aa10c4",
          "contact/id",
          "0c9d51b2",
          "organizationId",
          List.of("employeeId", "organizationId", "contact/id"),
          List.of(
              "employeeId",
              "employeeUsername",
              "employeeFirstname",
              "employeeLastname",
              "organizationId",
              "organizationName",
              "contact/id",
              "contact/ssn",
              "contact/firstname",
              "contact/lastname",
              "contact/gender",
              "contact/mobile",
              "contact/diagnosis"));

  private static final Profile HTI_2 = hti2("hti-2.0", "https://module.example.com/definitions/1");

  private static final Profile KOPPELTAAL = hti2("koppeltaal-2.0", "ActivityDefinition/5");

  private static final Profile HTI_1 =
      new Profile(
          "hti-1.1",
          "token",
          false,
          true,
          true,
          false,
          OptionalLong.empty(),
          OptionalLong.of(FIVE_MINUTES),
          map(
              "sub",
              "Practitioner/82421",
              "task",
              map(
                  "resourceType",
                  "Task",
                  "id",
                  "11",
                  "status",
                  "requested",
                  "intent",
                  "plan",
                  "for",
                  map("reference", "Patient/400"))),
          "sub",
          "Practitioner/82422",
          "task/for/reference",
          "Patient/401",
          "",
          both(
              HTI_REGISTERED,
              "task/resourceType",
              "task/id",
              "task/for/reference",
              "task/intent",
              "task/status"),
          List.of("jti", "sub", "task/id", "task/for/reference", "task/intent", "task/status"));

  private static final List<Profile> ALL = List.of(ZORGDOMEIN, EXORLIVE, HTI_1, HTI_2, KOPPELTAAL);

  private Profiles() {}

  /** The profile of that name. */
  public static Optional<Profile> named(String name) {
    return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /** The names that there are. */
  public static List<String> names() {
    return ALL.stream().map(Profile::name).toList();
  }

  private static Profile hti2(String name, String definition) {
    return new Profile(
        name,
        "token",
        false,
        true,
        true,
        false,
        OptionalLong.empty(),
        OptionalLong.of(FIVE_MINUTES),
        map(
            "sub", "Practitioner/82421",
            "resource", "Task/11",
            "definition", definition,
            "patient", "Patient/400",
            "intent", "plan"),
        "sub",
        "Practitioner/82422",
        "patient",
        "Patient/401",
        "",
        both(HTI_REGISTERED, "sub", "resource"),
        List.of("jti", "sub", "resource", "definition", "patient", "intent"));
  }

  private static List<String> both(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }
}
