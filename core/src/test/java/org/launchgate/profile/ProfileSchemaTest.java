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
    return Map.of();
  }

  @Override
  protected Map<String, String> seenByTheSchemaAlone() {
    return Map.of();
  }
}
