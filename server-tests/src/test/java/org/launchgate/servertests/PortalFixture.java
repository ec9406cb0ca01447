package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.launchgate.TestPartner;
import org.launchgate.servertests.process.Built;
import org.launchgate.servertests.process.RunningPortal;

/**
 * Starts a portal for all tests of a class. When they are through, the server's whole log is
 * searched for what they sent.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PortalFixture implements PortalUnderTest {
  private final Launches launches = new Launches();
  private RunningPortal portal;

  /** Starts it with that partners file. */
  abstract RunningPortal start(Path partners) throws Exception;

  @BeforeAll
  final void startWithTestPartners() throws Exception {
    Path partners = Built.work().resolve(getClass().getSimpleName() + "-partners.json");
    portal = start(Files.writeString(partners, TestPartner.partnersFile()));
  }

  @AfterAll
  final void stopAndSearchTheLog() throws Exception {
    portal.close();
    String log = portal.log();
    String audit = lines(log, PortalFixture::isAudit);
    assertThat(lines(log, line -> !isAudit(line)))
        .contains("launch accepted ref=", "launch refused ref=")
        .doesNotContain(launches.secrets());
    assertThat(audit.isEmpty()).isNotEqualTo(showsAudit());
    assertThat(audit).doesNotContain(launches.secretsOfTheAudit());
  }

  private static String lines(String log, Predicate<String> which) {
    return log.lines().filter(which).collect(Collectors.joining("\n"));
  }

  /** Whether the log holds the audit records, too. */
  boolean showsAudit() {
    return true;
  }

  private static boolean isAudit(String line) {
    return line.contains("event=") && line.contains(" outcome=");
  }

  @Override
  public final RunningPortal portal() {
    return portal;
  }

  @Override
  public final Launches launches() {
    return launches;
  }
}
