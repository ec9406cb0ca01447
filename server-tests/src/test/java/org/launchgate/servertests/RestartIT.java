package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;
import org.launchgate.TestPartner;
import org.launchgate.servertests.process.Built;
import org.launchgate.servertests.process.Deadline;
import org.launchgate.servertests.process.Jetty;
import org.launchgate.servertests.process.RunningPortal;
import org.launchgate.servertests.process.Tomcat;

/** What servers that are stopped and started again know of the tokens that were used before. */
class RestartIT {
  private static final String HANDED_ON = "used launches of the run that ended at";

  private final Path partners = Built.work().resolve("restart-partners.json");

  @BeforeEach
  void writePartners() throws Exception {
    Files.writeString(partners, TestPartner.partnersFile());
  }

  private static int launch(RunningPortal portal, String token) throws Exception {
    return new Visitor(portal.home()).launchByLink(token).statusCode();
  }

  /** Uses a token up, in an earlier second than that of any later start. */
  private static String usedToken(RunningPortal portal) throws Exception {
    String token = Launches.zorgdomein().token();
    long second = Instant.now().getEpochSecond();
    assertThat(launch(portal, token)).isEqualTo(303);
    Deadline.await(
        "the next second", Duration.ofSeconds(5), () -> Instant.now().getEpochSecond() > second);
    return token;
  }

  private static void assertHandedOn(RunningPortal portal, String used) throws Exception {
    assertThat(portal.log()).contains("1 " + HANDED_ON);
    assertThat(launch(portal, used)).isEqualTo(403);
    assertThat(launch(portal, Launches.zorgdomein().token())).isEqualTo(303);
  }

  @Test
  @Clause("V-29")
  void tomcatHandsUsedTokensOn() throws Exception {
    Tomcat first = Tomcat.start("restarted-tomcat", partners);
    String used = usedToken(first);
    try (Tomcat second = first.restarted(partners)) {
      assertHandedOn(second, used);
    } finally {
      first.close();
    }
  }

  @Test
  @Clause("V-29")
  void jettyThatKeepsTheTemporaryDirectoryHandsUsedTokensOn() throws Exception {
    Jetty first = Jetty.startWithKeptDirectory("restarted-jetty-kept", partners);
    String used = usedToken(first);
    try (Jetty second = first.restarted(partners)) {
      assertHandedOn(second, used);
    } finally {
      first.close();
    }
  }

  /** It deletes the temporary directory, which is as good as a crash: nobody gets in twice. */
  @Test
  @Clause("V-29")
  void jettyAsItComesAsksForANewLaunch() throws Exception {
    Jetty first = Jetty.start("restarted-jetty", partners);
    String used = usedToken(first);
    try (Jetty second = first.restarted(partners)) {
      assertThat(second.log()).doesNotContain(HANDED_ON);
      assertThat(launch(second, used)).isEqualTo(503);
      assertThat(launch(second, Launches.zorgdomein().token())).isEqualTo(303);
    } finally {
      first.close();
    }
  }
}
