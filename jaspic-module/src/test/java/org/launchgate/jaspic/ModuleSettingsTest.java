package org.launchgate.jaspic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.jaspic.Visitor.header;

import jakarta.servlet.DispatcherType;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LaunchContext;
import org.launchgate.TokenBuilder;
import org.launchgate.servlet.LaunchFilter;
import org.launchgate.spi.AccountLinks;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;

/** The filter's settings, where the container is asked about each request first. */
class ModuleSettingsTest {
  private static final Pattern CONSENT =
      Pattern.compile("name=\"consent\" value=\"([A-Za-z0-9_-]{43})\"");

  private final ModuleApp app =
      new ModuleApp().page("/", Shown::write).secure("/secret/*", "practitioner");

  /** Everybody is the same user, with the roles that the patient's id names. */
  private static final AccountResolver BY_PATIENT =
      context ->
          AccountResolution.linked(
              "janssen", Set.of(context.patient().flatMap(patient -> patient.id()).orElseThrow()));

  /** Links in memory. */
  private static final class Links implements AccountLinks {
    private final Map<String, String> all = new ConcurrentHashMap<>();

    @Override
    public AccountResolution resolve(LaunchContext context) {
      String account = all.get(context.principal().getName());
      return account == null ? AccountResolution.unknown() : AccountResolution.linked(account);
    }

    @Override
    public boolean link(LaunchContext context, String account) {
      return account.equals(all.computeIfAbsent(context.principal().getName(), name -> account));
    }
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private static TokenBuilder patient(String id) {
    return Visitor.zorgdomein().claim("context.patient-id", id);
  }

  private static String window(HttpResponse<String> launched) {
    return header(launched, "Location").replaceFirst("^.*_lw=", "");
  }

  private void resolver(AccountResolver resolver) {
    app.context().getServletContext().setAttribute(AccountResolver.class.getName(), resolver);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rolesAreThoseOfTheWindow(boolean withFilter) {
    resolver(BY_PATIENT);
    app.param("windows", "many");
    if (withFilter) {
      app.launchFilter();
    }
    Visitor visitor = app.start().visitor();
    String doctor = window(visitor.launch(patient("practitioner")));
    assertThat(visitor.get("/secret/page").statusCode()).isEqualTo(200);
    String nurse = window(visitor.launch(patient("nurse")));

    assertThat(visitor.get("/secret/page?_lw=" + doctor).statusCode()).isEqualTo(200);
    assertThat(visitor.get("/secret/page?_lw=" + nurse).statusCode()).isEqualTo(403);
    assertThat(visitor.get("/secret/page").statusCode()).isEqualTo(403); // of which is not certain
    String inDoctors = visitor.get("/?_lw=" + doctor).body();
    String inNurses = visitor.get("/?_lw=" + nurse).body();
    assertThat(inDoctors).contains("role=true").endsWith("patient=practitioner");
    assertThat(inNurses).contains("role=false").endsWith("patient=nurse");
    assertThat(Shown.word("object", inNurses)).isEqualTo(Shown.word("object", inDoctors));
    assertThat(visitor.get("/").body()).contains("user=janssen", "role=false").endsWith("=-");
  }

  @Test
  void applicationsOwnPageIsShownByTheModuleToo() {
    app.param("deniedPage", "/denied")
        .page(
            "/denied",
            (request, response) -> response.getWriter().print("ours, " + Shown.of(request)));
    Visitor visitor = app.start().visitor();
    visitor.launch(patient("p1"));

    HttpResponse<String> answer = visitor.launch(patient("p2").claim("iss", "Nobody"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).startsWith("ours, ").endsWith("patient=-");
  }

  /** A filter that sees forwards, too, must not take the page for a request answered before. */
  @Test
  void applicationsOwnPageIsShownThroughAFilterOfForwards() {
    app.param("errorPage", "/sorry")
        .page("/sorry", (request, response) -> response.getWriter().print("our own page"))
        .filter(
            new LaunchFilter(),
            DispatcherType.REQUEST,
            DispatcherType.FORWARD,
            DispatcherType.ERROR);
    Visitor visitor = app.start().visitor();

    HttpResponse<String> answer = visitor.get("/secret/page");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("our own page");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void loginIsRequiredButForPublicPaths(boolean withFilter) {
    app.param("loginRequired", "true").param("publicPaths", "/public/*");
    if (withFilter) {
      app.launchFilter();
    }
    Visitor visitor = app.start().visitor();

    assertThat(visitor.get("/").statusCode()).isEqualTo(401);
    assertThat(visitor.get("/").body()).contains("<h1").doesNotContain("user=");
    assertThat(visitor.get("/public/page").body()).isEqualTo(Shown.NOBODY);
    assertThat(visitor.get("/public/..%2fx").statusCode()).isNotEqualTo(200);
    visitor.launch(patient("p1"));
    assertThat(visitor.get("/").body()).endsWith("patient=p1");
  }

  /** What a container protects is protected, whatever our own setting says. */
  @Test
  void publicPathOpensNoConstraint() {
    app.param("loginRequired", "true").param("publicPaths", "/secret/*");
    Visitor visitor = app.start().visitor();

    assertThat(visitor.get("/secret/page").statusCode()).isEqualTo(401);
  }

  @Test
  void anotherUserReplacesTheFirstAtOnceWhereThatIsSaid() {
    app.param("userChange", "replace");
    Visitor visitor = app.start().visitor();
    visitor.launch(patient("p1"));
    String first = visitor.session();

    visitor.launch(patient("p2").claim("user-id.value", "01020002"));

    assertThat(visitor.get("/secret/page").body()).startsWith("user=demo-xis|agb-z|01020002 ");
    assertThat(visitor.session()).isNotEqualTo(first);
    assertThat(app.visitor().session(first).get("/").body()).isEqualTo(Shown.NOBODY);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void formMayNameItsWindowAndIsReadAsEver(boolean withFilter) {
    app.param("windows", "many")
        .param("formField", "true")
        .page(
            "/form",
            (request, response) -> {
              request.setCharacterEncoding("UTF-8");
              response.setCharacterEncoding("UTF-8");
              response.getWriter().print(request.getParameter("name") + " " + Shown.of(request));
            });
    if (withFilter) {
      app.launchFilter();
    }
    Visitor visitor = app.start().visitor();
    String first = window(visitor.launch(patient("p1")));
    visitor.launch(patient("p2"));

    HttpResponse<String> answer = visitor.post("/form", "name=Zo%C3%AB&_lw=" + first);

    assertThat(answer.body()).startsWith("Zoë user=").endsWith("patient=p1");
  }

  /** How an application logs its own users in. */
  enum Login {
    SESSION,
    CONTAINER
  }

  @ParameterizedTest
  @EnumSource(Login.class)
  void firstVisitIsLinkedAndTheNextOneGoesStraightIn(Login login) {
    Links links = new Links();
    resolver(links);
    app.param("loginUrl", "/login")
        .user("janssen", "staff")
        .page(
            "/login",
            (request, response) -> {
              if (login == Login.SESSION) {
                request.getSession().setAttribute("user", "janssen");
              } else {
                request.getSession();
                request.login("janssen", "secret-of-janssen");
              }
            });
    if (login == Login.SESSION) {
      app.param("loginAttribute", "user");
    }
    Visitor visitor = app.start().visitor();

    assertThat(header(visitor.launch(patient("p1")), "Location")).isEqualTo("/app/login");
    visitor.get("/login");
    HttpResponse<String> led = visitor.get("/");
    assertThat(header(led, "Location")).isEqualTo("/app/launch?launch_link");
    Matcher consent = CONSENT.matcher(visitor.follow(led).body());
    assertThat(consent.find()).isTrue();
    HttpResponse<String> entered =
        visitor.post("/launch?launch_link", "launch_answer=yes&consent=" + consent.group(1));

    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(links.all).containsValue("janssen");
    assertThat(visitor.get("/secret/page").body())
        .startsWith("user=janssen launched=true")
        .endsWith("patient=p1");
    Visitor next = app.visitor();
    next.launch(patient("p2"));
    assertThat(next.get("/secret/page").body()).startsWith("user=janssen").endsWith("patient=p2");
  }

  @Test
  void settingThatDoesNotExistStopsTheStart() {
    app.param("targetUri", "/").start();

    assertThat(app.visitor().get("/").statusCode()).isEqualTo(404);
  }
}
