package org.launchgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.cdi.desk.Desk;
import org.launchgate.cdi.visit.Browser;
import org.launchgate.security.annotated.Portal;
import org.launchgate.security.app.WhoAmI;
import org.launchgate.security.server.ServerProcess;
import org.launchgate.security.services.Rest;

/** What is injected, and which events are heard, on a full server. */
class InjectionOnGlassFishTest {
  private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-Z]{10}\\b");

  private static ServerProcess server;
  private static URI home;
  private static URI single;
  private Browser browser;
  private String patient;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = ServerProcess.glassFish();
    home = deploy(folder, "desk", "windows=many");
    single = deploy(folder, "bell");
  }

  private static URI deploy(Path folder, String name, String... params) throws IOException {
    return server.deploy(
        name,
        Portals.of(
                List.of(Portal.class, WhoAmI.class, Desk.class, Rest.class),
                Portals.params(params),
                Portals.FILTER,
                """
                <error-page><error-code>410</error-code><location>/desk</location></error-page>
                <error-page><exception-type>jakarta.servlet.ServletException</exception-type>
                  <location>/desk</location></error-page>
                """)
            .write(folder, name));
  }

  @AfterAll
  static void stop() throws IOException {
    server.undeploy("desk");
    server.undeploy("bell");
  }

  @BeforeEach
  void open() {
    browser = new Browser(home);
    patient = UUID.randomUUID().toString();
  }

  private String launch(String id) throws Exception {
    return MechanismCases.window(browser.launch(Browser.tokenFor(id)));
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
    checkDesk(path + "?_lw=" + first, dispatch, "patient-1");
    assertThat(browser.get(path).body())
        .contains("application=none", "session=none", "request=none", "user=demo-xis|")
        .contains("windows=[patient-1, patient-2]");
  }

  private void checkDesk(String path, String dispatch, String id) throws Exception {
    assertThat(browser.get(path).body())
        .contains("dispatch=" + dispatch)
        .contains("application=" + id, "session=" + id, "request=" + id, "instance=" + id)
        .contains("user=demo-xis|", "windows=[patient-1, patient-2]");
  }

  /** GlassFish has no request scope there; the filter knows of the request. */
  @Test
  void asynchronousDispatchIsToldOfTheRequestsWindow() throws Exception {
    String first = launch("patient-1");
    launch("patient-2");

    assertThat(browser.get("ways/async?_lw=" + first).body())
        .contains("dispatch=ASYNC", "attribute=patient-1", "application=patient-1");
    assertThat(browser.get("ways/async").body())
        .contains("dispatch=ASYNC", "attribute=none", "application=none", "user=demo-xis|");
  }

  @Test
  void resourcesAreToldOfTheRequestsWindow() throws Exception {
    String first = launch("patient-1");
    launch("patient-2");

    assertThat(browser.get("rest/patient?_lw=" + first).body())
        .isEqualTo("resource=patient-1\napplication=patient-1\n");
    assertThat(browser.get("rest/patient").body()).isEqualTo("resource=none\napplication=none\n");
    assertThat(new Browser(home).get("rest/patient").body())
        .isEqualTo("resource=none\napplication=none\n");
  }

  @Test
  void threadOfOnesOwnIsToldOfNobody() throws Exception {
    launch("patient-1");

    assertThat(browser.get("ways/thread").body()).isEqualTo("thread=no scope\n");
  }

  @Test
  void handshakeOfAWebSocketIsToldOfItsWindow() throws Exception {
    String first = launch("patient-1");
    launch("patient-2");

    assertThat(browser.talk("socket?_lw=" + first, "hello"))
        .startsWith("hello handshake=patient-1 message=no");
    assertThat(browser.talk("socket", "hello")).startsWith("hello handshake=none message=no");
  }

  @Test
  void oneBeanForAllNeverMixesRequestsThatRunAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int user = 0; user < 4; user++) {
        String id = "patient-" + user;
        Browser mine = new Browser(home);
        mine.launch(Browser.tokenFor(id));
        all.add(
            threads.submit(
                () -> {
                  for (int round = 0; round < 25; round++) {
                    assertThat(mine.get("desk").body()).contains("application=" + id + "\n");
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
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
  void observersHearThatThePatientChanged() throws Exception {
    browser = new Browser(single);
    browser.launch(Browser.tokenFor("patient-1"));
    browser.launch(Browser.tokenFor(patient));

    assertThat(heard("PATIENT_CHANGED", patient, 3))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("any PATIENT_CHANGED "))
        .anyMatch(line -> line.startsWith("changed PATIENT_CHANGED "))
        .anyMatch(line -> line.startsWith("later PATIENT_CHANGED "));
    assertThat(heard("changed", "changed", 1))
        .allMatch(line -> line.startsWith("changed PATIENT_CHANGED "));
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

  @ParameterizedTest
  @CsvSource({"logout", "doors/out"})
  void observersHearOfALogoutOnce(String path) throws Exception {
    launch(patient);
    browser.post(path, Browser.FORM, "");

    assertThat(heard("LOGOUT", patient, 2)).hasSize(2);
    launch(patient); // whatever else was to be heard of the logout is heard by now
    assertThat(heard("ACCEPTED", patient, 4)).hasSize(4);
    assertThat(heard("LOGOUT", patient, 2)).hasSize(2);
  }

  @Test
  void applicationsOnOneServerDoNotHearOfEachOther() throws Exception {
    launch(patient);
    assertThat(heard("ACCEPTED", patient, 2)).hasSize(2);
    browser = new Browser(single);
    String other = UUID.randomUUID().toString();
    browser.launch(Browser.tokenFor(other));

    assertThat(heard("ACCEPTED", other, 2)).hasSize(2);
    assertThat(heard("ACCEPTED", patient, 0)).isEmpty();
  }

  private List<String> heard(String kind, String with, int count) throws Exception {
    return new Browser(browser.home())
        .get("bell?kind=" + kind + "&with=" + with + "&count=" + count)
        .body()
        .lines()
        .toList();
  }
}
