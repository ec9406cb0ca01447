package org.launchgate.profile;

import java.util.Map;
import org.launchgate.schema.PublishedSchema;
import org.launchgate.schema.SchemaContract;

/** The schema of profiles and their loader judge alike. */
class ProfileSchemaTest extends SchemaContract {
  private static final String BASE =
      """
      {'profile': 'base', 'carriers': [{'field': 'token', 'in': ['form']}], 'header': {},
       'algorithms': ['RS256'], 'time': {'exp': 'required'}, 'replay': {},
       'claims': {'/b': {'oneOf': ['a']}, '/r': {'type': 'reference'}},
       'context': {'user.system': '/iss', 'user.value': '/user'}}
      """;

  ProfileSchemaTest() {
    super("profile", PublishedSchema.PROFILE, Map.of());
  }

  @Override
  protected void load(String json) {
    new ProfileTexts.Files().with("base.json", BASE).with("own.json", json).asked("own.json");
  }

  @Override
  protected Map<String, String> seenByTheLoaderAlone() {
    return Map.of(
        "\"patient.birthDate\" must come from a claim whose \"type\" is \"date\"",
        "no schema looks up the rule of the claim that a field names",
        "\\(extends .*(goes with|is missing; every launch|cannot stand beside)",
        "no schema reads the base over which a profile is laid",
        "both of a choice: /choose/(present|absent).* (is missing|must be a JSON Pointer)",
        "what stands beside a choice may give what its profiles lack");
  }

  @Override
  protected Map<String, String> seenByTheSchemaAlone() {
    return Map.of(
        ": (new null|null renamed)$",
        "over a base the loader takes null for any name, also for one that means nothing",
        "completes both of a choice: /choose/(present|absent)/carriers",
        "the loader never reads what is replaced beside a choice");
  }
}
