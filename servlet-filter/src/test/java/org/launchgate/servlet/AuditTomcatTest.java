package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.spi.LaunchEvent.Kind.ACCEPTED;
import static org.launchgate.spi.LaunchEvent.Kind.LOGOUT;
import static org.launchgate.spi.LaunchEvent.Kind.PATIENT_CHANGED;
import static org.launchgate.spi.LaunchEvent.Kind.REFUSED;
import static org.launchgate.spi.LaunchEvent.Kind.REPEATED;
import static org.launchgate.spi.LaunchEvent.Kind.REPLAYED;
import static org.launchgate.spi.LaunchEvent.Kind.UNAVAILABLE;
import static org.launchgate.spi.LaunchEvent.Kind.USER_CHANGED;
import static org.launchgate.spi.LaunchEvent.Party.ORGANIZATION;
import static org.launchgate.spi.LaunchEvent.Party.PATIENT;
import static org.launchgate.spi.LaunchEvent.Party.PATIENT_NATIONAL_ID;
import static org.launchgate.spi.LaunchEvent.Party.PREVIOUS_PATIENT;
import static org.launchgate.spi.LaunchEvent.Party.PREVIOUS_PATIENT_NATIONAL_ID;
import static org.launchgate.spi.LaunchEvent.Party.PREVIOUS_USER;
import static org.launchgate.spi.LaunchEvent.Party.RESPONSIBLE;
import static org.launchgate.spi.LaunchEvent.Party.USER;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;
import org.launchgate.spi.EventIdentifier;
import org.launchgate.spi.EventToken;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.ReplayStore;

/** Which events a browser's requests raise, and what each of them says. */
class AuditTomcatTest {
  private final EventsHeard heard = new EventsHeard();

  /** What was heard of one that takes tokens from before its start, too. */
  private EventsHeard during(TomcatApp app, Consumer<TomcatApp> visits) {
    return record(app.param("restartFence", "false"), visits);
  }

  /** What was heard of an application once it has stopped. */
  private EventsHeard record(TomcatApp app, Consumer<TomcatApp> visits) {
    heard.in(app);
    try (app) {
      visits.accept(app.start());
    }
    return heard;
  }

  private static EventIdentifier clear(String system, String value) {
    return new EventIdentifier(system, value, false);
  }

  @Test
  void acceptedLaunchIsRecordedWithEveryFieldOfTheChecklist() {
    Instant before = Instant.now();
    String token =
        Launches.zorgdomein()
            .claim("jti", "id-1")
            .claim("iat", before.getEpochSecond())
            .claim("exp", before.getEpochSecond() + 60)
            .claim("responsible-id.system", "big")
            .claim("responsible-id.value", "09999999999")
            .token();
    LaunchEvent event = during(new TomcatApp(), app -> app.browser().launch(token)).one(ACCEPTED);
    assertThat(heard.all()).hasSize(1);
    assertThat(event.time()).isBetween(before, Instant.now());
    assertThat(event.outcome()).isEqualTo(LaunchEvent.Outcome.SUCCESS);
    assertThat(event.reason()).isEmpty();
    assertThat(event.partner()).contains("demo-xis");
    EventToken facts = event.token().orElseThrow();
    assertThat(facts.keyId()).contains(TestPartner.XIS_KEY_ID);
    assertThat(facts.algorithm()).contains("RS256");
    assertThat(facts.id()).contains("id-1");
    assertThat(facts.urn()).contains("urn:ietf:params:oauth:jti:id-1");
    assertThat(facts.issuedAt()).contains(Instant.ofEpochSecond(before.getEpochSecond()));
    assertThat(facts.expiresAt()).contains(Instant.ofEpochSecond(before.getEpochSecond() + 60));
    assertThat(event.party(ORGANIZATION)).contains(clear("agb-z", "05029999"));
    assertThat(event.party(USER)).contains(clear("agb-z", "01029999"));
    assertThat(event.party(RESPONSIBLE)).contains(clear("big", "09999999999"));
    assertThat(event.party(PATIENT))
        .contains(clear("Demo XIS", "5a4fc42a-1847-4862-a5da-7af86ac23968"));
    assertThat(event.party(PATIENT_NATIONAL_ID)).isEmpty();
    assertThat(event.transactionId()).contains("6fb34257-7e0d-41a1-b8a7-417a50de6d39");
    assertThat(event.task()).isEmpty();
    assertThat(event.remoteAddress()).contains("127.0.0.1");
    assertThat(event.reference().orElseThrow()).matches("[2-9A-Z]{10}");
    assertThat(event.verification().orElseThrow())
        .isBetween(Duration.ofNanos(1), Duration.ofMinutes(1));
  }

  @Test
  void refusalBeforeAGoodSignatureSaysNothingThatItsSenderWrote() {
    String forged = Launches.zorgdomein().signedBy(TestPartner.rsa(2048).getPrivate()).token();
    LaunchEvent event = during(new TomcatApp(), app -> app.browser().launch(forged)).one(REFUSED);
    assertThat(event.outcome()).isEqualTo(LaunchEvent.Outcome.REFUSED);
    assertThat(event.reason()).contains("signature_invalid");
    assertThat(event.partner()).contains("demo-xis");
    assertThat(event.token()).isEmpty();
    for (LaunchEvent.Party party : LaunchEvent.Party.values()) {
      assertThat(event.party(party)).as(party.name()).isEmpty();
    }
    assertThat(event.transactionId()).isEmpty();
    assertThat(event.reference()).isPresent();
    assertThat(event.remoteAddress()).contains("127.0.0.1");
    assertThat(event.verification()).isPresent();
  }

  @Test
  void partnerThatAPathClaimsIsNamedOnlyWhereItIsOne() {
    during(
        new TomcatApp(),
        app -> {
          app.browser().get("/launch/nobody?token=x");
          app.browser().get("/launch/demo-xis");
          app.browser().get("/launch?token=x");
        });
    assertThat(heard.kinds()).containsExactly(REFUSED, REFUSED, REFUSED);
    assertThat(heard.all().get(0).partner()).isEmpty();
    assertThat(heard.all().get(1).partner()).contains("demo-xis");
    assertThat(heard.all().get(1).reason()).contains("token_missing");
    assertThat(heard.all().get(1).verification()).isEmpty();
    assertThat(heard.all().get(2).partner()).isEmpty();
  }

  @Test
  void refusalAfterAGoodSignatureSaysWhomItIsAbout() {
    String token = Launches.zorgdomein().claim("org-id.value", "05020000").token();
    LaunchEvent event = during(new TomcatApp(), app -> app.browser().launch(token)).one(REFUSED);
    assertThat(event.reason()).contains("organization_not_allowed");
    assertThat(event.token().orElseThrow().keyId()).contains(TestPartner.XIS_KEY_ID);
    assertThat(event.party(ORGANIZATION)).contains(clear("agb-z", "05020000"));
    assertThat(event.party(USER)).contains(clear("agb-z", "01029999"));
    assertThat(event.party(PATIENT)).isPresent();
  }

  @Test
  void replayInAnotherBrowserIsRecordedAsThat() {
    String token = Launches.zorgdomein().claim("jti", "twice").token();
    LaunchEvent event =
        during(
                new TomcatApp(),
                app -> {
                  app.browser().launch(token);
                  app.browser().launch(token);
                })
            .one(REPLAYED);
    assertThat(heard.kinds()).containsExactly(ACCEPTED, REPLAYED);
    assertThat(event.reason()).contains("replayed");
    assertThat(event.token().orElseThrow().id()).contains("twice");
    assertThat(event.party(USER)).contains(clear("agb-z", "01029999"));
  }

  @Test
  void reloadInItsOwnSessionIsRecordedAsThat() {
    String token = Launches.zorgdomein().token();
    LaunchEvent event =
        during(
                new TomcatApp(),
                app -> {
                  Browser browser = app.browser();
                  browser.launch(token);
                  browser.launch(token);
                })
            .one(REPEATED);
    assertThat(event.outcome()).isEqualTo(LaunchEvent.Outcome.SUCCESS);
    assertThat(event.party(USER)).contains(clear("agb-z", "01029999"));
  }

  /** A store that is down. */
  public static final class NoStore implements ReplayStore {
    @Override
    public boolean claim(String partner, String launchId, Instant keepUntil) {
      throw new IllegalStateException("down");
    }
  }

  /** Its signature was found good, so that it is known who wanted in. */
  @Test
  void launchThatHasToBeMadeAgainIsRecordedWithItsPeopleAndItsToken() {
    long beforeTheStart = Instant.now().getEpochSecond() - 5;
    String token = Launches.zorgdomein().claim("jti", "id-1").claim("iat", beforeTheStart).token();
    LaunchEvent event =
        record(new TomcatApp(), app -> app.browser().launch(token)).one(UNAVAILABLE);
    assertThat(event.partner()).contains("demo-xis");
    assertThat(event.token().flatMap(EventToken::id)).contains("id-1");
    assertThat(event.party(USER)).contains(clear("agb-z", "01029999"));
    assertThat(event.party(PATIENT))
        .contains(clear("Demo XIS", "5a4fc42a-1847-4862-a5da-7af86ac23968"));
    assertThat(event.reason()).isEmpty();
    assertThat(event.reference()).isPresent();
  }

  @Test
  void launchWithoutAVerdictIsRecordedWithoutWhatWasNotDecided() {
    String token = Launches.zorgdomein().token();
    LaunchEvent event =
        record(
                new TomcatApp().param("replayStore", NoStore.class.getName()),
                app -> app.browser().get("/launch/demo-xis?token=" + token))
            .one(UNAVAILABLE);
    assertThat(event.outcome()).isEqualTo(LaunchEvent.Outcome.UNAVAILABLE);
    assertThat(event.reason()).isEmpty();
    assertThat(event.partner()).contains("demo-xis");
    assertThat(event.token()).isEmpty();
    assertThat(event.verification()).isPresent();
  }

  @Test
  void anotherPatientOfTheSameUserIsAChangeWithBothPatients() {
    LaunchEvent event =
        during(
                new TomcatApp(),
                app -> {
                  Browser browser = app.browser();
                  browser.launch(Launches.patient("a").token());
                  browser.launch(Launches.patient("b").token());
                })
            .one(PATIENT_CHANGED);
    assertThat(heard.kinds()).containsExactly(ACCEPTED, ACCEPTED, PATIENT_CHANGED);
    assertThat(event.party(PREVIOUS_PATIENT)).contains(clear("Demo XIS", "a"));
    assertThat(event.party(PATIENT)).contains(clear("Demo XIS", "b"));
    assertThat(event.party(USER)).contains(clear("agb-z", "01029999"));
    assertThat(event.party(PREVIOUS_USER)).isEmpty();
    assertThat(event.reference()).isEqualTo(heard.all().get(1).reference());
  }

  @Test
  void nationalIdsOfBothPatientsAreDigests() {
    LaunchEvent event =
        during(
                new TomcatApp(),
                app -> {
                  Browser browser = app.browser();
                  browser.post("/launch", "payload=" + TestPartner.exorliveToken().token());
                  String other =
                      TestPartner.exorliveToken().nested("contact", "ssn", "01010112345").token();
                  browser.post("/launch", "payload=" + other);
                })
            .one(PATIENT_CHANGED);
    EventIdentifier now = event.party(PATIENT_NATIONAL_ID).orElseThrow();
    EventIdentifier before = event.party(PREVIOUS_PATIENT_NATIONAL_ID).orElseThrow();
    assertThat(now.digested()).isTrue();
    assertThat(before.digested()).isTrue();
    assertThat(now.value()).matches("hmac-sha256:[A-Za-z0-9_-]{43}").isNotEqualTo(before.value());
    assertThat(event.party(PREVIOUS_PATIENT)).contains(clear("local", "2f3fb098"));
  }

  @Test
  void samePatientAgainIsNoChange() {
    during(
        new TomcatApp(),
        app -> {
          Browser browser = app.browser();
          browser.launch(Launches.patient("a").token());
          browser.launch(Launches.patient("a").token());
          browser.launch(Launches.patient(null).token());
          browser.launch(Launches.patient(null).token());
        });
    assertThat(heard.kinds())
        .containsExactly(ACCEPTED, ACCEPTED, ACCEPTED, PATIENT_CHANGED, ACCEPTED);
  }

  @Test
  void anotherUserInTheSameBrowserIsAChangeWithBothUsers() {
    LaunchEvent event =
        during(
                new TomcatApp().param("userChange", "replace"),
                app -> {
                  Browser browser = app.browser();
                  browser.launch(Launches.patient("a").token());
                  browser.launch(
                      Launches.user("01020000").claim("context.patient-id", "b").token());
                })
            .one(USER_CHANGED);
    assertThat(heard.kinds()).containsExactly(ACCEPTED, ACCEPTED, USER_CHANGED);
    assertThat(event.party(PREVIOUS_USER)).contains(clear("agb-z", "01029999"));
    assertThat(event.party(USER)).contains(clear("agb-z", "01020000"));
    assertThat(event.party(PREVIOUS_PATIENT)).contains(clear("Demo XIS", "a"));
    assertThat(event.party(PATIENT)).contains(clear("Demo XIS", "b"));
  }

  @Test
  void logoutIsRecordedOnceByItsPathAndByTheApplication() {
    during(
        new TomcatApp()
            .param("logoutPath", "/bye")
            .page("/leave", (request, response) -> request.logout()),
        app -> {
          Browser browser = app.browser();
          browser.launch(Launches.zorgdomein().token());
          browser.post("/bye", "");
          browser.post("/bye", "");
          browser.launch(Launches.user("01020000").token());
          browser.get("/leave");
          browser.get("/leave");
        });
    assertThat(heard.kinds()).containsExactly(ACCEPTED, LOGOUT, ACCEPTED, LOGOUT);
    LaunchEvent first = heard.all().get(1);
    assertThat(first.partner()).contains("demo-xis");
    assertThat(first.party(USER)).contains(clear("agb-z", "01029999"));
    assertThat(first.party(PATIENT)).isPresent();
    assertThat(first.remoteAddress()).contains("127.0.0.1");
    assertThat(first.reference()).isEmpty();
    assertThat(heard.all().get(3).party(USER)).contains(clear("agb-z", "01020000"));
  }

  @Test
  void logoutWhileTheContainerHasAnotherUserIsRecorded() {
    during(
        new TomcatApp()
            .param("logoutPath", "/bye")
            .filter(ContainerUser.named("mallory", "X-Container-User"))
            .launchFilter(jakarta.servlet.DispatcherType.REQUEST),
        app -> {
          Browser browser = app.browser();
          browser.launch(Launches.zorgdomein().token());
          browser.post("/bye", "", "X-Container-User", "yes");
        });
    assertThat(heard.kinds()).containsExactly(ACCEPTED, LOGOUT);
  }

  @Test
  void launchAgainstAnotherUserOfTheContainerIsRefusedWithItsUser() {
    LaunchEvent event =
        during(
                new TomcatApp()
                    .filter(ContainerUser.named("mallory", "X-Container-User"))
                    .launchFilter(jakarta.servlet.DispatcherType.REQUEST),
                app ->
                    app.browser().launch(Launches.zorgdomein().token(), "X-Container-User", "yes"))
            .one(REFUSED);
    assertThat(event.reason()).contains("other_user_logged_in");
    assertThat(event.party(USER)).contains(clear("agb-z", "01029999"));
  }

  @Test
  void prefetchRaisesNothing() {
    during(
        new TomcatApp(),
        app -> app.browser().launch(Launches.zorgdomein().token(), "Sec-Purpose", "prefetch"));
    assertThat(heard.all()).isEmpty();
  }
}
