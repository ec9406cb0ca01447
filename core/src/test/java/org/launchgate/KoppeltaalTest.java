package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.ARRIVAL_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;

import org.junit.jupiter.api.Test;

/** Koppeltaal 2.0: HTI 2.0 but for the field and the definition. */
class KoppeltaalTest extends HtiContract {
  KoppeltaalTest() {
    super("koppeltaal-2.0");
  }

  @Override
  TokenBuilder token() {
    return HtiPartner.version20(now()).claim("definition", "ActivityDefinition/walk");
  }

  @Test
  @Clause("HTI-21")
  void inTheFieldLaunchIsAcceptedToo() {
    LaunchContext context = at.accept(token().token(), Arrival.form("launch"));

    assertThat(context.user().identifier())
        .isEqualTo(new Identifier(HtiPartner.ISSUER, "Practitioner/82421"));
    assertThat(context.task()).contains("Task/11");
    assertThat(context.patient().orElseThrow().id()).contains("400");
  }

  @Test
  @Clause("HTI-21")
  void launchInAQueryIsRefused() {
    at.refuse(token().token(), Arrival.query("launch"), ARRIVAL_NOT_ALLOWED);
  }

  @Test
  @Clause("HTI-21")
  void definitionIsRelative() {
    refuse(token().claim("definition", "https://module.example.com/walk"), CLAIM_MALFORMED);
    refuse(token().claim("definition", "walk"), CLAIM_MALFORMED);
    accept(token().without("definition"));
  }

  @Test
  @Clause("HTI-21")
  void whatHti20AsksForIsAskedForStill() {
    refuse(token().without("resource"), CLAIM_MISSING);
    refuse(token().without("sub"), CLAIM_MISSING);
  }
}
