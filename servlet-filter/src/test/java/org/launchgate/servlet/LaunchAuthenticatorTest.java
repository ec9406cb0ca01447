package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.LogCapture;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;
import org.launchgate.servlet.LaunchAuthenticator.Outcome;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;

/** The filter's steps for whoever asks before any filter. */
class LaunchAuthenticatorTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T08:00:00Z"));
  private final FakeContainer container = new FakeContainer(null, clock, Duration.ofDays(2));
  private final Map<String, String> cookies = new TreeMap<>();
  private final FilterStubs stubs = new FilterStubs();
  private final ServletContext context = stubs.context();

  private LaunchAuthenticator start(String... params) {
    stubs.contextParams.put("launchgate.partners", "/WEB-INF/partners.json");
    stubs.contextParams.put("other.partners", "is somebody else's");
    for (int i = 0; i < params.length; i += 2) {
      stubs.contextParams.put("launchgate." + params[i], params[i + 1]);
    }
    return LaunchAuthenticator.publish(context, "test", Set.of(), clock);
  }

  @AfterEach
  void close() {
    LaunchAuthenticator.published(context).ifPresent(LaunchAuthenticator::close);
  }

  private FakeExchange exchange(String target) {
    return new FakeExchange(container, "GET", target, null, Map.of(), cookies);
  }

  private Outcome ask(LaunchAuthenticator authenticator, FakeExchange exchange) throws Exception {
    Outcome outcome = authenticator.authenticate(exchange.request(), exchange.response());
    exchange.set.forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
    return outcome;
  }

  private void launch(LaunchAuthenticator authenticator) throws Exception {
    String token =
        TestPartner.zorgdomeinToken(UUID.randomUUID().toString(), clock.instant().getEpochSecond())
            .token();
    FakeExchange exchange = exchange("/launch?token=" + Browser.encoded(token));
    assertThat(ask(authenticator, exchange)).isInstanceOf(Outcome.Answered.class);
    assertThat(exchange.status).isEqualTo(303);
  }

  @Test
  void sessionThatIsTooOldIsNobodysForTheContainerToo() throws Exception {
    LaunchAuthenticator authenticator = start("sessionMaxAge", "PT8H");
    launch(authenticator);
    clock.advance(Duration.ofHours(8).minusMillis(1));
    assertThat(ask(authenticator, exchange("/page"))).isInstanceOf(Outcome.Launched.class);

    clock.advance(Duration.ofMillis(1));

    assertThat(ask(authenticator, exchange("/page"))).isInstanceOf(Outcome.NotLaunched.class);
  }

  @Test
  void requestThatIsAskedAboutAgainGetsTheSameAnswer() throws Exception {
    LaunchAuthenticator authenticator = start();
    launch(authenticator);
    FakeExchange page = exchange("/page");
    Outcome.Launched first = (Outcome.Launched) ask(authenticator, page);

    clock.advance(Duration.ofDays(1)); // longer than a session lasts
    Outcome.Launched again = (Outcome.Launched) ask(authenticator, page);

    assertThat(again.principal()).isSameAs(first.principal());
    assertThat(again.roles()).isEqualTo(first.roles());
  }

  /** Else a server that asks again would be told to run the application. */
  @Test
  void refusedLaunchStaysAnsweredHoweverOftenItIsAskedAbout() throws Exception {
    LaunchAuthenticator authenticator = start();
    FakeExchange refused = exchange("/launch?token=nonsense");
    assertThat(ask(authenticator, refused)).isInstanceOf(Outcome.Answered.class);

    assertThat(ask(authenticator, refused)).isInstanceOf(Outcome.Answered.class);
    refused.dispatchedBy(DispatcherType.ERROR);
    assertThat(ask(authenticator, refused)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void requestThatWasTurnedAwayReachesNobody() throws Exception {
    LaunchAuthenticator authenticator = start();
    LaunchFilter filter = new LaunchFilter(clock);
    filter.init(beside());
    FakeExchange page = exchange("/page");
    assertThat(ask(authenticator, page)).isInstanceOf(Outcome.NotLaunched.class);

    authenticator.turnAway(page.request(), page.response());

    assertThat(page.status).isEqualTo(401);
    assertThat(ask(authenticator, page)).isInstanceOf(Outcome.Answered.class);
    filter.doFilter(
        page.request(),
        page.response(),
        (request, response) -> {
          throw new AssertionError("who was turned away has reached the application");
        });
  }

  @Test
  void requestWhoseUserTheContainerHasLoggedOutShowsNobody() throws Exception {
    LaunchAuthenticator authenticator = start();
    launch(authenticator);
    FakeExchange page = exchange("/page");
    assertThat(ask(authenticator, page)).isInstanceOf(Outcome.Launched.class);

    authenticator.loggedOut(page.request());

    assertThat(ask(authenticator, page)).isInstanceOf(Outcome.NotLaunched.class);
    assertThat(ask(authenticator, exchange("/page"))).isInstanceOf(Outcome.NotLaunched.class);
  }

  @Test
  void wildFlyIsLookedAtWithTheFirstRequest() throws Exception {
    stubs.serverInfo = "WildFly Full 39.0.1.Final";
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    ObjectName undertow = new ObjectName("jboss.as:subsystem=undertow");
    ObjectName domain = new ObjectName(undertow + ",application-security-domain=other");
    LaunchAuthenticator authenticator = start();
    beans.registerMBean(new FakeDynamicBean(Map.of("defaultSecurityDomain", "other")), undertow);
    beans.registerMBean(new FakeDynamicBean(Map.of("integratedJaspi", true)), domain);
    try (LogCapture log = new LogCapture()) {
      ask(authenticator, exchange("/page"));

      assertThat(log.lines("SEVERE every request of a user will end in an error 500")).hasSize(1);
    } finally {
      beans.unregisterMBean(undertow);
      beans.unregisterMBean(domain);
    }
  }

  /** Some servers ask about their error page, which is shown to whoever has no launch. */
  @Test
  void errorPageOfTheServersIsNotTurnedAway() throws Exception {
    LaunchAuthenticator authenticator = start("loginRequired", "true");
    FakeExchange page = exchange("/error");
    assertThat(ask(authenticator, exchange("/error"))).isInstanceOf(Outcome.Answered.class);

    page.dispatchedBy(DispatcherType.ERROR);

    assertThat(ask(authenticator, page)).isInstanceOf(Outcome.NotLaunched.class);
    assertThat(page.status).isEqualTo(200);
  }

  @Test
  void filterBesideItStopsWhatIsAnsweredAndPassesTheRest() throws Exception {
    LaunchAuthenticator authenticator = start();
    LaunchFilter filter = new LaunchFilter(clock);
    filter.init(beside());
    FakeExchange answered = exchange("/launch?token=nonsense");
    ask(authenticator, answered);
    filter.doFilter(
        answered.request(),
        answered.response(),
        (request, response) -> {
          throw new AssertionError("a refused launch has reached the application");
        });
    assertThat(answered.status).isEqualTo(403);

    launch(authenticator);
    FakeExchange page = exchange("/page");
    Outcome.Launched launched = (Outcome.Launched) ask(authenticator, page);
    filter.doFilter(
        launched.request(),
        launched.response(),
        (request, response) -> {
          assertThat(request).isSameAs(launched.request());
          page.status = 299;
        });
    assertThat(page.status).isEqualTo(299);
  }

  /** A server may leave a request out, as Tomcat does a preflight. */
  @Test
  void filterBesideItDoesAllForARequestThatNobodyAskedAbout() throws Exception {
    start();
    LaunchFilter filter = new LaunchFilter(clock);
    filter.init(beside());
    FakeExchange refused = exchange("/launch?token=nonsense");

    filter.doFilter(
        refused.request(),
        refused.response(),
        (request, response) -> {
          throw new AssertionError("a refused launch has reached the application");
        });

    assertThat(refused.status).isEqualTo(403);
  }

  /** It may have the roles of another window. */
  @Test
  void userWhomAServerOnlyRemembersHasTheRolesOfTheLaunch() throws Exception {
    LaunchAuthenticator authenticator = start();
    LaunchFilter filter = new LaunchFilter(clock);
    filter.init(beside());
    launch(authenticator);
    Outcome.Launched told = (Outcome.Launched) ask(authenticator, exchange("/page"));
    FakeExchange page = exchange("/page");
    page.containerUser = told.principal();

    filter.doFilter(
        page.request(),
        page.response(),
        (request, response) -> {
          HttpServletRequest shown = (HttpServletRequest) request;
          page.status = shown.isUserInRole("practitioner") ? 299 : 298;
        });

    assertThat(page.status).isEqualTo(299);
  }

  /** Only what is let pass may be wrapped, and another mechanism may refuse. */
  @Test
  void requestIsWrappedForTheApplicationAndNotForAnotherMechanism() throws Exception {
    LaunchAuthenticator authenticator = start();
    LaunchFilter filter = new LaunchFilter(clock);
    filter.init(beside());
    cookies.put(FakeContainer.COOKIE, container.create().getId());
    FakeExchange page = exchange("/page");

    Outcome.NotLaunched none = (Outcome.NotLaunched) ask(authenticator, page);

    assertThat(none.forOthers()).isSameAs(page.request());
    assertThat(none.response()).isSameAs(page.response());
    filter.doFilter(
        page.request(),
        page.response(),
        (request, response) -> ((HttpServletRequest) request).login("clerk", "secret"));
    assertThat(page.set).extracting(Cookie::getName).contains(FakeContainer.COOKIE);
  }

  private FilterConfig beside() {
    return Stub.of(FilterConfig.class)
        .answer("getFilterName", "launch")
        .answer("getInitParameterNames", a -> Collections.emptyEnumeration())
        .answer("getServletContext", context)
        .stub();
  }

  private boolean hasNewIdFor(LaunchAuthenticator authenticator, String user) throws Exception {
    FakeExchange page = exchange("/page");
    page.containerUser = user == null ? null : () -> user;
    ask(authenticator, page);
    return page.set.stream().anyMatch(cookie -> cookie.getName().equals(FakeContainer.COOKIE));
  }

  /** By another mechanism: no server changes the id for it that was told to leave ids alone. */
  @Test
  void whoeverIsLoggedInOtherwiseGetsANewIdOnce() throws Exception {
    LaunchAuthenticator authenticator = start();
    cookies.put(FakeContainer.COOKIE, container.create().getId());

    assertThat(hasNewIdFor(authenticator, "janssen")).isTrue();
    assertThat(hasNewIdFor(authenticator, "janssen")).isFalse();
    assertThat(hasNewIdFor(authenticator, "jansen")).isTrue();
  }

  @Test
  void whoeverLogsInAgainGetsANewIdAgain() throws Exception {
    LaunchAuthenticator authenticator = start();
    cookies.put(FakeContainer.COOKIE, container.create().getId());
    assertThat(hasNewIdFor(authenticator, "janssen")).isTrue();

    assertThat(hasNewIdFor(authenticator, null)).isFalse();

    assertThat(hasNewIdFor(authenticator, "janssen")).isTrue();
  }

  @Test
  void whoeverIsLoggedInAfterTheModuleWasAskedGetsANewIdByTheFilter() throws Exception {
    LaunchAuthenticator authenticator = start();
    LaunchFilter filter = new LaunchFilter(clock);
    filter.init(beside());
    cookies.put(FakeContainer.COOKIE, container.create().getId());
    FakeExchange page = exchange("/page");
    ask(authenticator, page);
    assertThat(page.set).isEmpty();

    page.containerUser = () -> "janssen";
    filter.doFilter(page.request(), page.response(), (request, response) -> page.status = 299);

    assertThat(page.set).hasSize(1);
    assertThat(page.status).isEqualTo(299);
  }

  @Test
  void whoeverHasNoSessionIsGivenNone() throws Exception {
    assertThat(hasNewIdFor(start(), "janssen")).isFalse();
  }

  /** A listener that has to be closed. */
  public static final class Closing implements LaunchListener, AutoCloseable {
    static int open;

    /** For the filter. */
    public Closing() {
      open++;
    }

    @Override
    public void on(LaunchEvent event) {}

    @Override
    public void close() {
      open--;
    }
  }

  @Test
  void mistakeLeavesNothingPublishedAndNothingOpen() {
    assertThatThrownBy(() -> start("launchListener", Closing.class.getName(), "loginUrl", "/login"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("context-params that begin with \"launchgate.\": init-param");

    assertThat(LaunchAuthenticator.published(context)).isEmpty();
    assertThat(Closing.open).isZero();
  }

  @Test
  void thereIsOneInAnApplication() {
    LaunchAuthenticator first = start("launchListener", Closing.class.getName());

    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("use it or the mechanism, not both");

    assertThat(LaunchAuthenticator.published(context)).containsSame(first);
    first.close();
    assertThat(LaunchAuthenticator.published(context)).isEmpty();
    assertThat(Closing.open).isZero();
  }

  @Test
  void startIsLoggedUnderItsName() {
    try (LogCapture log = new LogCapture()) {
      start();

      assertThat(log.lines("INFO LaunchFilter test takes launches from 2 partner(s)")).hasSize(1);
    }
  }
}
