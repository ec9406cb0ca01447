package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.AcceptedCases.FORM;
import static org.launchgate.servlet.AcceptedCases.PAYLOAD;
import static org.launchgate.servlet.AcceptedCases.QUERY;
import static org.launchgate.servlet.CanaryTokens.exorlive;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.launchgate.Canary;
import org.launchgate.MovableClock;
import org.launchgate.profile.Carrier;
import org.launchgate.replay.InMemoryReplayStore;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.PartnerHints;
import org.launchgate.spi.ReplayStore;

/** Launches without a verdict, restarts, and neighbours whose own words would give people away. */
final class UnavailableCases {
  private static final String UNAVAILABLE = "unavailable";

  private UnavailableCases() {}

  static Stream<PrivacyCase> all() {
    return Stream.of(byStores(), bySources(), byStarts(), byNeighbours()).flatMap(cases -> cases);
  }

  private static RuntimeException broken() {
    return new IllegalArgumentException(
        Canary.PATIENT_FAMILY_NAME.text(),
        new IllegalStateException("of " + Canary.PATIENT_NATIONAL_ID.text()));
  }

  private static PrivacyCase withStore(String name, ReplayStore store, PrivacyCase.Act act) {
    return PrivacyCase.of(name, act).in((app, listeners) -> supply(app, ReplayStore.class, store));
  }

  private static <T> void supply(TomcatApp app, Class<T> spi, T instance) {
    app.context().getServletContext().setAttribute(spi.getName(), instance);
  }

  private static PrivacyCase.Act launches(int accepted) {
    return stage -> {
      for (int i = 0; i < accepted; i++) {
        assertThat(stage.launch(exorlive().token(), PAYLOAD).statusCode()).isEqualTo(303);
      }
      assertThat(stage.launch(exorlive().token(), PAYLOAD).statusCode()).isEqualTo(503);
    };
  }

  private static Stream<PrivacyCase> byStores() {
    return Stream.of(
        withStore(
                "store that is down",
                (partner, launch, until) -> {
                  throw new LaunchUnavailableException("the test's store is down", broken());
                },
                launches(0))
            .raises(UNAVAILABLE),
        withStore(
                "store that breaks",
                (partner, launch, until) -> {
                  throw broken();
                },
                launches(0))
            .raises(UNAVAILABLE),
        withStore("store that is full", new InMemoryReplayStore(Clock.systemUTC(), 1), launches(1))
            .raises("accepted", UNAVAILABLE),
        PrivacyCase.of("partner that has filled its share", launches(10))
            .in((app, all) -> app.param("replayCapacity", "1000").param("replayPartnerShare", "1"))
            .raises("accepted", UNAVAILABLE));
  }

  private static Stream<PrivacyCase> bySources() {
    PartnerDirectory directory =
        hints -> {
          throw new IllegalStateException(hints.issuer() + " " + hints.keyId(), broken());
        };
    PartnerDirectory undeclared =
        new PartnerDirectory() {
          @Override
          public Optional<Partner> find(PartnerHints hints) {
            return Optional.empty();
          }

          @Override
          public Set<Carrier> carriers() {
            throw UnavailableCases.<RuntimeException>undeclared(
                new IOException(Canary.PATIENT_FAMILY_NAME.text(), broken()));
          }
        };
    KeyResolver keys =
        (partner, keyId, algorithm) -> {
          throw new IllegalStateException("no key " + keyId, broken());
        };
    return Stream.of(
        PrivacyCase.of("directory that breaks", launches(0))
            .in((app, all) -> supply(app.without("partners"), PartnerDirectory.class, directory))
            .raises(UNAVAILABLE),
        PrivacyCase.of("directory that breaks undeclared", launches(0))
            .in((app, all) -> supply(app.without("partners"), PartnerDirectory.class, undeclared))
            .raises(UNAVAILABLE),
        PrivacyCase.of(
                "key resolver that breaks",
                stage ->
                    stage.launch(
                        exorlive().header("kid", Canary.USER_EMAIL.text()).token(),
                        PAYLOAD.atPartner("tatooine")))
            .in((app, all) -> supply(app, KeyResolver.class, keys))
            .raises(UNAVAILABLE),
        PrivacyCase.of(
                "key source that is silent",
                stage ->
                    stage.launch(
                        CanaryTokens.hti20(CanaryPartners.SILENT)
                            .header("kid", Canary.USER_EMAIL.text())
                            .token(),
                        FORM))
            .raises(UNAVAILABLE));
  }

  /** As other languages throw checked exceptions. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E undeclared(Exception failure) throws E {
    throw (E) failure;
  }

  private static Stream<PrivacyCase> byStarts() {
    MovableClock clock = new MovableClock(Instant.now());
    return Stream.of(
        PrivacyCase.of("start after a crash", stage -> crash(stage, clock))
            .in((app, listeners) -> app.clock(clock))
            .raises("accepted", UNAVAILABLE),
        PrivacyCase.of("start after an orderly stop", UnavailableCases::restart)
            .raises("accepted", "replayed"));
  }

  private static void crash(PrivacyStage stage, MovableClock clock) {
    stage.launch(exorlive().token(), PAYLOAD);
    String before =
        CanaryTokens.zorgdomein().claim("iat", clock.instant().getEpochSecond()).token();
    clock.advance(Duration.ofSeconds(5));
    stage.restartAfterACrash();
    assertThat(stage.launch(before, QUERY).statusCode()).isEqualTo(503);
  }

  private static void restart(PrivacyStage stage) {
    String token = exorlive().token();
    stage.launch(token, PAYLOAD);
    stage.restart();
    assertThat(stage.launch(token, PAYLOAD).statusCode()).isEqualTo(403);
  }

  private static Stream<PrivacyCase> byNeighbours() {
    CountDownLatch gate = new CountDownLatch(1);
    LaunchListener failing =
        event -> {
          throw new IllegalStateException(
              String.valueOf(event.party(LaunchEvent.Party.USER)), broken());
        };
    return Stream.of(
        PrivacyCase.of("records without room", stage -> fill(stage, gate))
            .in(
                (app, listeners) -> {
                  app.param("auditQueue", "10").param("auditRequired", "true");
                  listeners.add(0, event -> awaitOpen(gate));
                })
            .raises("accepted"),
        PrivacyCase.of("listener that breaks", stage -> stage.launch(exorlive().token(), PAYLOAD))
            .in((app, listeners) -> listeners.add(0, failing))
            .raises("accepted"),
        PrivacyCase.of("session that does not last", launches(0))
            .in((app, listeners) -> app.filter(withoutSessions()))
            .raises(UNAVAILABLE),
        PrivacyCase.of("error page that tells all it sees", stage -> refuseByPage(stage))
            .in(
                (app, all) ->
                    app.param("errorPage", "/tells").page("/tells", UnavailableCases::tell))
            .raises("claim_missing"),
        PrivacyCase.of("error page that breaks", stage -> refuseByPage(stage))
            .in(
                (app, listeners) ->
                    app.param("errorPage", "/breaks")
                        .page(
                            "/breaks",
                            (request, response) -> {
                              throw new IllegalStateException(seenBy(request));
                            }))
            .raises("claim_missing"));
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void fill(PrivacyStage stage, CountDownLatch gate) throws Exception {
    launches(9).on(stage);
    gate.countDown();
  }

  private static Filter withoutSessions() {
    return (request, response, chain) ->
        chain.doFilter(
            new HttpServletRequestWrapper((HttpServletRequest) request) {
              @Override
              public HttpSession getSession(boolean create) {
                if (create) {
                  throw new IllegalStateException("no session", broken());
                }
                return super.getSession(false);
              }
            },
            response);
  }

  private static void refuseByPage(PrivacyStage stage) {
    stage.launch(exorlive().without("employeeId").token(), PAYLOAD);
    stage.launch(
        CanaryTokens.zorgdomein().without("org-id.value").without("org-id.system").token(), QUERY);
  }

  private static void tell(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    response.getWriter().print(seenBy(request));
  }

  private static String seenBy(HttpServletRequest request) {
    StringBuilder seen = new StringBuilder();
    seen.append(request.getQueryString()).append(request.getParameterMap());
    Collections.list(request.getAttributeNames())
        .forEach(name -> seen.append(name).append('=').append(request.getAttribute(name)));
    return seen.toString();
  }
}
