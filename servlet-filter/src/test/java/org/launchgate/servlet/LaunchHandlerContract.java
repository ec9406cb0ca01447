package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Arrival;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.LaunchingUser;

/**
 * What every launch handler has to keep, whatever it does with a launch.
 *
 * <p>A handler's own test extends this: {@link #handler} is the handler itself, and {@link
 * #breakSource} makes what it writes into stop answering.
 */
public abstract class LaunchHandlerContract {
  private static final int THREADS = 8;

  /** The handler under test; the same one throughout a test. */
  protected abstract LaunchHandler handler();

  /** Makes what the handler needs stop answering. Default: false, for one that needs nothing. */
  protected boolean breakSource() {
    return false;
  }

  /** A launch about that patient, for that organisation. */
  protected static LaunchContext launch(String organization, String patient, String familyName) {
    TokenBuilder token =
        TestPartner.exorliveToken()
            .claim("jti", UUID.randomUUID().toString())
            .claim("organizationId", organization)
            .nested("contact", "id", patient)
            .nested("contact", "lastname", familyName);
    Verdict verdict =
        LaunchVerifier.builder()
            .partners(TestPartner.both())
            .build()
            .verify(token.token(), Arrival.form("payload"));
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted.context();
    }
    throw new IllegalStateException("not launched: " + verdict);
  }

  private HandlerDecision decide(LaunchContext context) throws Exception {
    HandlerDecision decision =
        handler()
            .handle(new LaunchHandling(request(), context, Account.OF_THE_TOKEN, "REFERENCE1"));
    assertThat(decision).isNotNull();
    return decision;
  }

  /** Has no session, and gives none: what is there may be another user's. */
  private static HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            LaunchHandlerContract.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) -> {
              if (called.getName().equals("getSession")
                  && (arguments == null || Boolean.TRUE.equals(arguments[0]))) {
                throw new AssertionError("a handler keeps nothing in the session: use with()");
              }
              return called.getReturnType() == boolean.class ? (Object) false : null;
            });
  }

  private static Optional<String> target(HandlerDecision decision) {
    return ((HandlerDecision.Proceed) decision).target();
  }

  @Test
  void launchOfAUserAloneIsDecided() throws Exception {
    decide(new LaunchingUser("contract", "staff", "1").launch());
  }

  @Test
  void patientWhoComesAgainLeadsToTheSamePlace() throws Exception {
    HandlerDecision first = decide(launch("o1", "p1", "Zonder"));
    assertThat(first).isInstanceOf(HandlerDecision.Proceed.class);

    assertThat(target(decide(launch("o1", "p1", "Zonder")))).isEqualTo(target(first));
  }

  @Test
  void patientsOfTwoOrganisationsAreNeverOne() throws Exception {
    Optional<String> one = target(decide(launch("o1", "p1", "Zonder")));
    Optional<String> other = target(decide(launch("o2", "p1", "Zonder")));

    assumeTrue(one.isPresent(), "this handler leads to no page of a patient");
    assertThat(other).isNotEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' OR '1'='1",
        "'; DROP TABLE patient; --",
        "x' UNION SELECT 1 --",
        "%",
        "${jndi:ldap://127.0.0.1/x}",
        "../../../../etc/passwd",
        "<script>alert(1)</script>",
        "\ud83d\ude00"
      })
  void textThatLooksLikeACommandIsAText(String text) throws Exception {
    HandlerDecision hostile = decide(launch(text, text, text));
    assertThat(hostile).isInstanceOf(HandlerDecision.Proceed.class);

    assertThat(target(decide(launch(text, text, text)))).isEqualTo(target(hostile));
    decide(launch("o1", "p1", "Zonder"));
  }

  @Test
  void launchesAtOnceAreAllDecidedAlike() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Optional<String>>> targets = new ArrayList<>();
      for (int i = 0; i < THREADS * 4; i++) {
        LaunchContext launch = launch("o-at-once", "p-at-once", "Zonder");
        targets.add(threads.submit(() -> target(decide(launch))));
      }
      Optional<String> first = targets.get(0).get();
      for (Future<Optional<String>> each : targets) {
        assertThat(each.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void sourceThatDoesNotAnswerIsNeitherAYesNorANo() throws Exception {
    LaunchContext launch = launch("o1", "p1", "Zonder");
    assumeTrue(breakSource(), "this handler needs nothing that could break");

    HandlerDecision decision;
    try {
      decision = decide(launch);
    } catch (LaunchUnavailableException | SQLException | IOException e) {
      return; // 503
    }
    assertThat(decision).isInstanceOf(HandlerDecision.Unavailable.class);
  }
}
