package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.servertests.process.Built;
import org.launchgate.servertests.process.Jetty;
import org.launchgate.servertests.process.RunningPortal;
import org.launchgate.servertests.process.Tomcat;

/** Where launches of a partner with a target of its own lead, on real servers. */
class TargetIT {
  private static final String PARTNER = "\"issuer\": \"Demo XIS\",";

  private final Path partners = Built.work().resolve("target-partners.json");

  @BeforeEach
  void writePartners() throws Exception {
    String target = PARTNER + " \"targetUrl\": \"/whoami?patient={patient.id}\",";
    Files.writeString(partners, TestPartner.partnersFile().replace(PARTNER, target));
  }

  private static TokenBuilder patient(String id) {
    return Launches.zorgdomein().claim("context.patient-id", id);
  }

  private static void assertLeadsToThePatient(RunningPortal portal, String id, String encoded)
      throws Exception {
    Visitor visitor = new Visitor(portal.home());
    HttpResponse<String> entered = visitor.launchByLink(patient(id).token());
    assertThat(entered.statusCode()).isEqualTo(303);
    String location = entered.headers().firstValue("Location").orElseThrow();
    assertThat(location).isEqualTo("/whoami?patient=" + encoded);
    assertThat(visitor.get(location).statusCode()).isEqualTo(200);
  }

  private static void assertTargets(RunningPortal portal) throws Exception {
    assertLeadsToThePatient(portal, "456-789", "456-789");
    assertLeadsToThePatient(portal, "a b&c=%;d", "a%20b%26c%3D%25%3Bd");
    assertLeadsToThePatient(portal, "bø李", "b%C3%B8%E6%9D%8E");
    for (String id : new String[] {"..", "a/b", "a\\b"}) {
      Visitor visitor = new Visitor(portal.home());
      assertThat(visitor.launchByLink(patient(id).token()).statusCode()).isEqualTo(403);
      assertThat(visitor.get("/whoami").statusCode()).isEqualTo(401);
    }
    Visitor other = new Visitor(portal.home());
    HttpResponse<String> usual = other.launchByForm(Launches.exorlive().token());
    assertThat(usual.headers().firstValue("Location")).contains("/");
    assertThat(portal.log()).contains("launch refused ref=", "reason=target_not_allowed");
  }

  @Test
  @Clause("V-35")
  void tomcatLeadsEachPartnersLaunchesToItsTarget() throws Exception {
    try (Tomcat tomcat = Tomcat.start("target-tomcat", partners)) {
      assertTargets(tomcat);
    }
  }

  @Test
  @Clause("V-35")
  void jettyLeadsEachPartnersLaunchesToItsTarget() throws Exception {
    try (Jetty jetty = Jetty.start("target-jetty", partners)) {
      assertTargets(jetty);
    }
  }
}
