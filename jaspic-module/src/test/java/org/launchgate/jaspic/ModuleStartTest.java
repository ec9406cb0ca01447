package org.launchgate.jaspic;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.LogCapture;
import org.launchgate.servlet.LaunchAuthenticator;
import org.launchgate.servlet.LaunchFilter;

/** What a start leaves with the container, and what a stop or a failure does. */
class ModuleStartTest {
  private final ModuleApp app = new ModuleApp().page("/", Shown::write);

  /** Fails at its start, which is after that of the listeners. */
  private static final class Failing implements Filter {
    @Override
    public void init(FilterConfig config) throws ServletException {
      throw new ServletException("not today");
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {}
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private static List<String> registered() {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    return Arrays.stream(factory.getRegistrationIDs(null))
        .map(id -> factory.getRegistrationContext(id).getAppContext())
        .filter(app -> factory.getConfigProvider("HttpServlet", app, null) != null)
        .toList();
  }

  private ServletContext context() {
    return app.context().getServletContext();
  }

  private void assertNothingStays() {
    assertThat(registered()).isEmpty();
    assertNothingIsOpen();
  }

  /** Tomcat forgets by itself what is published, but not what runs. */
  private void assertNothingIsOpen() {
    assertThat(LaunchAuthenticator.published(context())).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("launchgate-listeners-module");
  }

  @Test
  void startRegistersAndStopTakesBack() throws LifecycleException {
    app.start();
    assertThat(registered()).containsExactly("Tomcat/localhost /app");
    assertThat(LaunchAuthenticator.published(context())).isPresent();

    app.context().stop();

    assertNothingStays();
  }

  @Test
  void mistakeInTheConfigurationLeavesNothingBehind() {
    try (LogCapture log = LogCapture.ofEverything()) {
      app.param("partners", "/WEB-INF/nowhere.json").start();

      assertThat(log.all())
          .contains("context-params that begin with \"launchgate.\": init-param partners");
    }
    assertThat(app.context().getState()).isNotEqualTo(LifecycleState.STARTED);
    assertNothingStays();
  }

  @Test
  void failureOfALaterPartLeavesNothingBehind() {
    app.filter(new Failing(), DispatcherType.REQUEST).start();

    assertThat(app.context().getState()).isNotEqualTo(LifecycleState.STARTED);
    assertNothingStays();
  }

  @Test
  void listenerThatIsNamedTwiceStopsTheStart() {
    app.context().addApplicationListener(Second.class.getName());
    try (LogCapture log = LogCapture.ofEverything()) {
      app.start();

      assertThat(log.all()).contains("use it or the mechanism, not both");
    }
    assertThat(app.context().getState()).isNotEqualTo(LifecycleState.STARTED);
    assertNothingStays();
  }

  /** A listener that another part of the application has brought. */
  public static final class Second implements ServletContextListener {
    private final LaunchAuthenticationListener listener = new LaunchAuthenticationListener();

    @Override
    public void contextInitialized(ServletContextEvent event) {
      listener.contextInitialized(event);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
      listener.contextDestroyed(event);
    }
  }

  @Test
  void moduleOfSomebodyElseIsNotPushedAside() {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    String other =
        factory.registerConfigProvider(
            FakeProvider.make(), "HttpServlet", "Tomcat/localhost /app", "single sign-on");
    try (LogCapture log = LogCapture.ofEverything()) {
      app.start();

      assertThat(log.all())
          .contains("the application has an authentication module already (single sign-on)");
      assertThat(factory.getRegistrationContext(other).getDescription())
          .isEqualTo("single sign-on");
      assertNothingIsOpen();
    } finally {
      factory.removeRegistration(other);
    }
  }

  @ParameterizedTest
  @CsvSource({"HttpServlet,Tomcat/localhost /other", "SOAP,Tomcat/localhost /app"})
  void moduleOfAnotherApplicationOrLayerIsNoneOfOurs(String layer, String application) {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    String other =
        factory.registerConfigProvider(FakeProvider.make(), layer, application, "another one");
    try {
      app.start();

      assertThat(registered()).contains("Tomcat/localhost /app");
      assertThat(factory.getRegistrationContext(other).getDescription()).isEqualTo("another one");
    } finally {
      factory.removeRegistration(other);
    }
  }

  /** As Jakarta Authentication has it where a server names no virtual host. */
  @Test
  void applicationOfAServerWithoutVirtualHostsIsTheServers() {
    ServletContext none =
        Fake.of(ServletContext.class).answer("getContextPath", (Object) "/app").make();

    assertThat(ModuleRegistration.applicationContext(none)).isEqualTo("server /app");
  }

  /** One that an earlier application has left there says nothing of this one. */
  @Test
  void bridgeThatLibertyLeavesThereGivesWay() {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    String bridge =
        factory.registerConfigProvider(
            FakeProvider.make(),
            "HttpServlet",
            "Tomcat/localhost /app",
            "Bridge Provider for JSR-375 Java EE Security API");
    try (LogCapture log = LogCapture.ofEverything()) {
      app.start();

      assertThat(log.all()).contains("takes the place of Liberty's bridge to Jakarta Security");
      assertThat(LaunchAuthenticator.published(context())).isPresent();
    } finally {
      factory.removeRegistration(bridge);
    }
  }

  /**
   * Two versions at once, as Tomcat runs them: the older one's stop takes nothing from the newer.
   */
  @Test
  void stopTakesBackNothingThatAnotherHasRegisteredSince() throws LifecycleException {
    app.start();
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    String newer =
        factory.registerConfigProvider(
            FakeProvider.make(), "HttpServlet", "Tomcat/localhost /app", "the newer one");
    try {
      app.context().stop();

      assertThat(factory.getRegistrationContext(newer).getDescription()).isEqualTo("the newer one");
    } finally {
      factory.removeRegistration(newer);
    }
  }

  @Test
  void placeOfAnEarlierVersionIsTakenWithAWord() {
    AuthConfigFactory.getFactory()
        .registerConfigProvider(
            FakeProvider.make(),
            "HttpServlet",
            "Tomcat/localhost /app",
            "Launchgate: logs in who launches");
    try (LogCapture log = new LogCapture()) {
      app.start();

      assertThat(log.lines("WARNING Launchgate's module"))
          .containsExactly(
              "WARNING Launchgate's module of \"Tomcat/localhost /app\" takes the place of an"
                  + " earlier one: of two versions of an application at once, only the newer one"
                  + " logs anybody in");
    }
  }

  @Test
  void filterBesideTheModuleHasNoParamsOfItsOwn() {
    app.filter(new LaunchFilter(), DispatcherType.REQUEST);
    app.context()
        .findFilterDef("filter0")
        .getParameterMap()
        .putAll(Map.of("partners", "/WEB-INF/partners.json"));
    try (LogCapture log = LogCapture.ofEverything()) {
      app.start();

      assertThat(log.all()).contains("write the init-params [partners] as context-params");
    }
    assertNothingStays();
  }

  @Test
  void tomcatIsToldToKeepSessionIdsAndItsLoginConfigIsComplainedOf() {
    app.file(
        "WEB-INF/web.xml",
        "<web-app><login-config><auth-method>FORM</auth-method></login-config></web-app>");
    try (LogCapture log = new LogCapture()) {
      app.start();

      assertThat(log.lines("INFO Tomcat"))
          .containsExactly(
              "INFO Tomcat is told to keep a session's id (changeSessionIdOnAuthentication=false):"
                  + " Launchgate changes it at each launch and at request.login(); another mechanism"
                  + " beside it has to call request.changeSessionId() at its log-ins");
      assertThat(log.lines("WARNING web.xml"))
          .singleElement()
          .asString()
          .startsWith("WARNING web.xml has a <login-config> with the method FORM, by which nobody");
    }
  }
}
