package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.servertests.process.Built;
import org.launchgate.servertests.process.PortalVariant;
import org.launchgate.servertests.process.Tomcat;

/**
 * Variants of the portal at {@code localhost}, a partner at {@code 127.0.0.1}, and a browser; each
 * test begins with one empty tab and no cookie.
 */
@ExtendWith(BrowserNeeded.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class WindowsFixture {
  private Tomcat tomcat;
  private PartnerSite partner;
  private Browser browser;

  /** The variants that the tests of a class need. */
  abstract List<PortalVariant> variants();

  /** The partners file. */
  String partners() {
    return TestPartner.partnersFile();
  }

  /** The partner's site. */
  final PartnerSite partner() {
    return partner;
  }

  @BeforeAll
  final void start() throws Exception {
    String name = getClass().getSimpleName();
    partner = new PartnerSite();
    Path partners = Built.work().resolve(name + "-partners.json");
    tomcat = Tomcat.start(name, Files.writeString(partners, partners()), variants());
    browser = Browser.start(name);
  }

  @AfterAll
  final void stop() {
    for (AutoCloseable each : new AutoCloseable[] {browser, partner, tomcat}) {
      try {
        if (each != null) {
          each.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @BeforeEach
  final void beginWithOneEmptyTab() {
    browser.forget();
  }

  final Browser browser() {
    return browser;
  }

  /** An address of a variant, as its users know it. */
  final URI portal(String context, String path) {
    return URI.create("http://localhost:" + tomcat.home().getPort() + "/" + context + path);
  }

  /** Opens a patient by a form of Demo XIS, in this tab. */
  final void launchByForm(String context, String patient) {
    send(context, "token", xis(patient));
    browser.seeText("#patient-name", patient);
  }

  /** Opens a patient by a link of Demo XIS, in this tab. */
  final void launchByLink(String context, String patient) {
    browser.open(partner.link(portal(context, "/launch"), xis(patient).token()));
    browser.click("#go");
    browser.seeText("#patient-name", patient);
  }

  /** Sends a launch by a form of a partner's page, in this tab, wherever that leads. */
  final void send(String context, String field, TokenBuilder token) {
    browser.open(partner.form(portal(context, "/launch"), field, token.token()));
    browser.click("#go");
  }

  /** Sends a launch of Tatooine: another user of another partner, unless their account is one. */
  final void sendFromClinic(String context, String familyName) {
    TokenBuilder token =
        TestPartner.exorliveToken()
            .nested("contact", "id", UUID.randomUUID().toString())
            .nested("contact", "lastname", familyName);
    send(context, "payload", token);
  }

  /** Demo XIS's token for a patient, which is good once. */
  static TokenBuilder xis(String patient) {
    return TestPartner.zorgdomeinToken(UUID.randomUUID().toString(), Instant.now().getEpochSecond())
        .claim("context.patient-id", patient);
  }

  /** Writes a note about the patient of this page, and sends it. */
  final void saveNote(String text) {
    browser.type("#note-text", text);
    browser.click("#save-note");
  }

  /** This page is about that patient, and about no other. */
  final void assertShows(String patient) {
    browser.seeText("#patient-name", patient);
    assertThat(browser.see("#patient-name").getText()).isEqualTo(patient);
  }

  /** This page says that its patient is gone. */
  final void assertGone() {
    browser.seeText("h1", "The patient in this window is no longer in focus");
    assertThat(browser.run("return document.getElementById('patient-name')")).isNull();
  }
}
