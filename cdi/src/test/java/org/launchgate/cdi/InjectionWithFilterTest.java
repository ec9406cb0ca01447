package org.launchgate.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.jboss.weld.environment.servlet.EnhancedListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;
import org.launchgate.cdi.desk.BellServlet;
import org.launchgate.cdi.desk.DeskServlet;
import org.launchgate.cdi.desk.Ways;
import org.launchgate.cdi.visit.Browser;
import org.launchgate.servlet.LaunchFilter;

/** What is injected, and which events are heard, with the filter alone, on Tomcat with Weld. */
class InjectionWithFilterTest {
  private static final Pattern WINDOW = Pattern.compile("_lw=([^&]+)");
  private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-Z]{10}\\b");
  private static final Tomcat TOMCAT = new Tomcat();

  private static URI home;
  private Browser browser;
  private String patient;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, LifecycleException {
    TOMCAT.setBaseDir(folder.toString());
    TOMCAT.setPort(0);
    TOMCAT.getConnector().setProperty("address", "127.0.0.1");
    addApplication(folder);
    TOMCAT.start();
    home = URI.create("http://127.0.0.1:" + TOMCAT.getConnector().getLocalPort() + "/desk/");
  }

  private static void addApplication(Path folder) throws IOException {
    Path base = folder.resolve("desk");
    Files.createDirectories(base.resolve("WEB-INF"));
    Files.writeString(base.resolve("WEB-INF/partners.json"), TestPartner.partnersFile());
    Context context = TOMCAT.addContext("/desk", base.toString());
    context.addServletContainerInitializer(new EnhancedListener(), Set.of());
    FilterDef filter = new FilterDef();
    filter.setFilterName("launchgate");
    filter.setFilterClass(LaunchFilter.class.getName());
    filter.setAsyncSupported("true");
    filter.addInitParameter("partners", "/WEB-INF/partners.json");
    filter.addInitParameter("logoutPath", "/logout");
    filter.addInitParameter("windows", "many");
    context.addFilterDef(filter);
    FilterMap map = new FilterMap();
    map.setFilterName("launchgate");
    map.addURLPattern("/*");
    List.of("REQUEST", "ASYNC", "ERROR").forEach(map::setDispatcher);
    context.addFilterMap(map);
    servlet(context, "/", DefaultServlet.class);
    servlet(context, "/desk", DeskServlet.class);
    servlet(context, "/ways/*", Ways.class);
    servlet(context, "/bell", BellServlet.class);
    ErrorPage gone = new ErrorPage();
    gone.setErrorCode(410);
    gone.setLocation("/desk");
    context.addErrorPage(gone);
    ErrorPage failed = new ErrorPage();
    failed.setExceptionType("jakarta.servlet.ServletException");
    failed.setLocation("/desk");
    context.addErrorPage(failed);
  }

  private static void servlet(Context context, String pattern, Class<?> type) {
    Wrapper servlet = Tomcat.addServlet(context, type.getSimpleName(), type.getName());
    servlet.setAsyncSupported(true);
    context.addServletMappingDecoded(pattern, type.getSimpleName());
  }

  @AfterAll
  static void stop() throws LifecycleException {
    TOMCAT.stop();
    TOMCAT.destroy();
  }

  @BeforeEach
  void open() {
    browser = new Browser(home);
    patient = UUID.randomUUID().toString();
  }

  private String launch(String id) throws Exception {
    HttpResponse<String> answer = browser.launch(Browser.tokenFor(id));
    Matcher matcher = WINDOW.matcher(answer.headers().firstValue("Location").orElseThrow());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  @Test
  void beansOfEveryScopeSayThereIsNoLaunchWhereThereIsNone() throws Exception {
    assertThat(browser.get("desk").body())
        .contains("application=none", "session=none", "request=none", "windows=[]")
        .contains("instance=this request has no LaunchContext: inject a CurrentLaunch")
        .contains("user=this request has no LaunchPrincipal: inject a CurrentLaunch");
  }

  @ParameterizedTest
  @CsvSource({
    "desk,REQUEST",
    "ways/forward,FORWARD",
    "ways/include,INCLUDE",
    "ways/error,ERROR",
    "ways/failure,ERROR"
  })
  void beansOfEveryScopeAreToldOfTheRequestsWindow(String path, String dispatch) throws Exception {
    String first = launch("patient-1");
    String second = launch("patient-2");

    checkDesk(path + "?_lw=" + first, dispatch, "patient-1");
    checkDesk(path + "?_lw=" + second, dispatch, "patient-2");
    assertThat(browser.get(path).body())
        .contains("application=none", "session=none", "request=none", "user=demo-xis|")
        .contains("windows=[patient-1, patient-2]");
  }

  @Test
  void asynchronousDispatchIsToldOfTheRequestsWindow() throws Exception {
    String first = launch("patient-1");
    String second = launch("patient-2");

    checkAsync("ways/async?_lw=" + first, "patient-1");
    checkAsync("ways/async?_lw=" + second, "patient-2");
    checkAsync("ways/async", "none");
  }

  private void checkAsync(String path, String id) throws Exception {
    assertThat(browser.get(path).body())
        .contains("dispatch=ASYNC", "attribute=" + id, "application=" + id)
        .contains("user=demo-xis|", "windows=[patient-1, patient-2]");
  }

  private void checkDesk(String path, String dispatch, String id) throws Exception {
    assertThat(browser.get(path).body())
        .contains("dispatch=" + dispatch)
        .contains("application=" + id, "session=" + id, "request=" + id, "instance=" + id)
        .contains("user=demo-xis|", "windows=[patient-1, patient-2]");
  }

  @Test
  void threadOfOnesOwnIsToldOfNobody() throws Exception {
    launch("patient-1");

    assertThat(browser.get("ways/thread").body()).isEqualTo("thread=no scope\n");
  }

  /** A bean for everybody asks again and again: what it was given must not pile up behind it. */
  @Test
  void launchThatWasGivenIsHeldByNobodyAfterTheLogout() throws Exception {
    assertThat(browser.get("desk?_lw=" + launch("patient-1")).body())
        .contains("instance=patient-1");
    browser.post("logout", Browser.FORM, "");

    assertThat(browser.get("ways/held").body()).isEqualTo("held=false\n");
  }

  @Test
  void observersHearOfAnAcceptedLaunch() throws Exception {
    launch(patient);

    assertThat(heard("ACCEPTED", patient, 2))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("any ACCEPTED "))
        .anyMatch(line -> line.startsWith("later ACCEPTED "))
        .allMatch(line -> line.contains("user=01029999 ") && line.endsWith("current=none"));
  }

  @Test
  void observersHearOfARefusedLaunch() throws Exception {
    HttpResponse<String> refused = browser.launch(Browser.token().claim("iss", "Nobody"));
    Matcher reference = REFERENCE.matcher(refused.body());
    assertThat(reference.find()).isTrue();

    assertThat(heard("REFUSED", "ref=" + reference.group(), 2))
        .hasSize(2)
        .allMatch(line -> line.contains("user=none patient=none"));
  }

  @Test
  void observersHearOfALogout() throws Exception {
    launch(patient);
    browser.post("logout", Browser.FORM, "");

    assertThat(heard("LOGOUT", patient, 2))
        .hasSize(2)
        .allMatch(line -> line.contains("user=01029999 "));
  }

  @Test
  void failureOfAnAsynchronousObserverStandsInTheLogWithoutItsMessage() throws Exception {
    try (LogCapture log = LogCapture.ofEverything()) {
      launch("patient-of-nobody");
      launch(patient);
      heard("ACCEPTED", patient, 2);

      assertThat(log.all())
          .contains("a listener failed", "UnsupportedOperationException", "desk.Faulty.later")
          .doesNotContain("no place for");
    }
  }

  private List<String> heard(String kind, String with, int count) throws Exception {
    return new Browser(home)
        .get("bell?kind=" + kind + "&with=" + with + "&count=" + count)
        .body()
        .lines()
        .toList();
  }
}
